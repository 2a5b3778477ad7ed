package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.http.Cookie;
import java.util.List;

/** An application whose head leaves little room: many cookies and one long field. */
final class CrowdedRoutes {
  static final int COOKIES = 28;

  /** With the cookies some 6 KiB, of the 8 that Tomcat gives a head. */
  static final String LONG = "~".repeat(3_500);

  private CrowdedRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("crowded-header-last", "", CrowdedRoutes::headerLast),
        route("crowded-header-first", "", CrowdedRoutes::headerFirst),
        route("crowded-setHeader", "", CrowdedRoutes::setHeader),
        route("crowded-redirect", "", CrowdedRoutes::redirect),
        route("crowded-forward", "", Call::forward).target(CrowdedRoutes::headerLast),
        route("crowded-by-lines", "", CrowdedRoutes::lines),
        route("crowded-by-one-field", "", CrowdedRoutes::oneField));
  }

  private static void headerLast(Call call) {
    cookies(call);
    call.response().addHeader("X-Long", LONG);
  }

  private static void headerFirst(Call call) {
    call.response().addHeader("X-Long", LONG);
    cookies(call);
  }

  private static void setHeader(Call call) {
    cookies(call);
    call.response().setHeader("X-Long", "short");
    call.response().setHeader("X-Long", LONG);
  }

  private static void redirect(Call call) throws Exception {
    cookies(call);
    call.response().sendRedirect("/" + LONG);
  }

  private static void lines(Call call) {
    for (int i = 0; i < COOKIES; i++) {
      call.response().addHeader("Set-Cookie", "basket=1; Path=/shelf/" + i + "; Max-Age=3600");
    }
    for (int i = 0; i < 35; i++) {
      call.response().addHeader("X-Part-" + i, LONG.substring(0, 100));
    }
  }

  /** Nothing but the gate's own lines among the cookies. */
  private static void oneField(Call call) {
    call.response().addHeader("X-Long", LONG + LONG.substring(500));
  }

  private static void cookies(Call call) {
    for (int i = 0; i < COOKIES; i++) {
      Cookie cookie = new Cookie("basket", "1");
      cookie.setPath("/shelf/" + i);
      cookie.setMaxAge(3600);
      call.response().addCookie(cookie);
    }
  }
}
