package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** What the application sees of the request, said back in the body; sets no cookie. */
final class RequestRoutes {
  static final String ECHO = "echo";

  private RequestRoutes() {}

  static List<Vector> all() {
    return List.of(route(ECHO, "113-116", RequestRoutes::echo).emits("0000"));
  }

  private static void echo(Call call) throws Exception {
    HttpServletRequest request = call.request();
    Cookie[] cookies = request.getCookies();
    call.text("cookies: " + (cookies == null ? "null" : ""));
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      call.text("cookie: " + cookie.getName() + "=" + cookie.getValue());
    }
    call.text("header: " + request.getHeader("cOOkie"));
    for (String header : Collections.list(request.getHeaders("Cookie"))) {
      call.text("headers: " + header);
    }
    for (String name : Collections.list(request.getHeaderNames())) {
      call.text("name: " + name);
    }
    call.text("session: " + (request.getSession(false) != null));
  }
}
