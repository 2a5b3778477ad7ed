package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.http.Cookie;
import java.util.List;

/** Routes through {@code addCookie}. */
final class CookieRoutes {

  private CookieRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("addCookie", "1-5, 9", Call::add),
        route("addCookie-twice", "7", CookieRoutes::twice)
            .emits("2221")
            .granted(Gate.FILTER, "2222"),
        route("addCookie-attribute-Priority", "28", call -> add(call, "Priority", "High")),
        route("addCookie-SameSite", "2", call -> add(call, "SameSite", "Lax")));
  }

  private static void twice(Call call) {
    call.add();
    call.add();
  }

  private static void add(Call call, String attribute, String value) {
    Cookie cookie = call.cookie();
    cookie.setAttribute(attribute, value);
    call.response().addCookie(cookie);
  }
}
