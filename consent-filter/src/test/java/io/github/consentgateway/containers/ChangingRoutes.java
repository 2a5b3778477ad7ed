package io.github.consentgateway.containers;

import jakarta.servlet.http.Cookie;
import java.util.List;

/**
 * Cookies that are not the same at every look; without a gate each container shows another moment,
 * so they have a test of their own.
 */
final class ChangingRoutes {
  static final Vector NAME =
      route("addCookie-changing-name", call -> call.response().addCookie(new ChangingName(call)));
  static final Vector MUTATED = route("addCookie-mutated-after", ChangingRoutes::mutatedAfter);

  static final Vector REPLACED = route("setHeader-after-another", ChangingRoutes::replace);

  private ChangingRoutes() {}

  static List<Vector> all() {
    return List.of(NAME, MUTATED, REPLACED);
  }

  private static Vector route(String id, Step main) {
    return Vector.route(id, "", main);
  }

  private static void replace(Call call) {
    call.response().addHeader("Set-Cookie", "basket=earlier; Path=/");
    call.response().setHeader("Set-Cookie", call.line());
  }

  private static void mutatedAfter(Call call) {
    Cookie cookie = call.cookie();
    call.response().addCookie(cookie);
    cookie.setValue("mutated");
    cookie.setMaxAge(Integer.MAX_VALUE);
  }

  /** Shows an essential name to whoever asks first, and its own from then on. */
  private static final class ChangingName extends Cookie {
    private static final long serialVersionUID = 1;
    private int asked;

    ChangingName(Call call) {
      super(call.name(), call.value());
    }

    @Override
    public String getName() {
      return asked++ == 0 ? "basket" : super.getName();
    }
  }
}
