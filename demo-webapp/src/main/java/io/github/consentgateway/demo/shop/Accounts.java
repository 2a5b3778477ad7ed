package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is signed in. Any name will do: this is a demo. */
final class Accounts {
  private static final String ATTRIBUTE = "name";
  private static final int REMEMBERED = 1_000;
  private static final int SECRET_BYTES = 16;

  /** As long as a cookie can be asked for, as a well-known framework does. */
  private static final Duration FOR_EVER = Duration.ofSeconds(Integer.MAX_VALUE);

  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> names =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** The name of the visitor, who may be remembered from an earlier session. */
  Optional<String> name(HttpServletRequest request) {
    return ofSession(request).or(() -> remembered(request));
  }

  private static Optional<String> ofSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session).map(s -> s.getAttribute(ATTRIBUTE)).map(String.class::cast);
  }

  private Optional<String> remembered(HttpServletRequest request) {
    return CookieJar.value(request, ShopCookies.REMEMBER_ME).map(names::get);
  }

  /** Signs in under a new session id, so that one planted before is worth nothing. */
  void signIn(Visit visit, String name, boolean remember) {
    HttpSession session = visit.request().getSession();
    visit.request().changeSessionId();
    session.setAttribute(ATTRIBUTE, name);
    if (remember) {
      remember(visit.response(), name);
    }
  }

  private void remember(HttpServletResponse response, String name) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    names.put(token, name);
    ShopCookies.set(response, ShopCookies.REMEMBER_ME, token, FOR_EVER);
  }

  void signOut(Visit visit) {
    CookieJar.value(visit.request(), ShopCookies.REMEMBER_ME).ifPresent(names::remove);
    HttpSession session = visit.request().getSession(false);
    if (session != null) {
      session.invalidate();
    }
    ShopCookies.set(visit.response(), ShopCookies.REMEMBER_ME, "", Duration.ZERO);
  }
}
