package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.function.Consumer;

/** Lines and header names that no gate lets out, whatever the cookie. */
final class MalformedRoutes {

  private MalformedRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("addIntHeader", "21", call -> call.response().addIntHeader("Set-Cookie", 5))
            .raw()
            .never(),
        route("setIntHeader", "21", call -> call.response().setIntHeader("Set-Cookie", 5))
            .raw()
            .never(),
        route("addDateHeader", "21", call -> call.response().addDateHeader("Set-Cookie", 0))
            .raw()
            .never(),
        route("setDateHeader", "21", call -> call.response().setDateHeader("Set-Cookie", 0))
            .raw()
            .never(),
        header("header-name-trailing-space", "20", "Set-Cookie ").raw().never(),
        header("header-name-leading-space", "20", " Set-Cookie").raw().never(),
        header("header-name-trailing-tab", "20", "Set-Cookie\t").raw().never(),
        header("header-Set-Cookie2", "22", "Set-Cookie2").raw().never(),
        line("quoted-name", "25", call -> "\"" + call.name() + "\"=" + call.value()).raw().never(),
        line("nameless", "23", Call::value).raw().never(),
        line("nameless-equals", "23", call -> "=" + call.value()).raw().never(),
        line("empty", "23", call -> "").raw().never(),
        line("ctl-in-line", "27", call -> call.name() + "=a\u0001b; Path=/").raw().never(),
        line("crlf-in-line", "31", call -> call.line() + "\r\nSet-Cookie: " + call.line())
            .raw()
            .never(),
        route(
                "crlf-in-other-header",
                "31",
                call -> call.response().addHeader("X-Other", "x\r\nSet-Cookie: " + call.line()))
            .emits("0000"),
        changed("cookie-value-crlf", "56", cookie -> cookie.setValue("a\r\nSet-Cookie: _ga=1"))
            .emits("0000")
            .never(),
        changed("cookie-value-semicolon", "56", cookie -> cookie.setValue("a; Domain=evil.test"))
            .emits("0000")
            .never(),
        changed("cookie-value-5KiB", "60", cookie -> cookie.setValue("v".repeat(5 * 1024))).never(),
        changed("cookie-path-injection", "54", cookie -> cookie.setPath("/; Domain=evil.test"))
            .emits("1100")
            .never()
            .granted(Gate.HANDLER, "1100"),
        changed(
                "cookie-attribute-injection",
                "55",
                cookie -> cookie.setAttribute("X", "y; Domain=evil.test"))
            .emits("1101")
            .never()
            .granted(Gate.HANDLER, "1100"));
  }

  private static Vector header(String id, String cases, String name) {
    return route(id, cases, call -> call.response().addHeader(name, call.line()));
  }

  private static Vector line(String id, String cases, Line line) {
    return route(id, cases, call -> call.response().addHeader("Set-Cookie", line.of(call)));
  }

  private static Vector changed(String id, String cases, Consumer<Cookie> change) {
    return route(id, cases, call -> addChanged(call, change));
  }

  private static void addChanged(Call call, Consumer<Cookie> change) {
    Cookie cookie = call.cookie();
    change.accept(cookie);
    call.response().addCookie(cookie);
  }

  private interface Line {
    String of(Call call);
  }
}
