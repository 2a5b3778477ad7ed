package io.github.consentgateway.containers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request at the matrix application, which cookie it is about, and short words for what routes
 * do.
 */
record Call(HttpServletRequest request, HttpServletResponse response) {
  private static final String STAGE = Call.class.getName() + ".stage";

  /** The route that the query string asks for. */
  Vector vector() {
    return Routes.named(parameter("route"));
  }

  Stage stage() {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return Stage.ERROR;
    }
    return request.getAttribute(STAGE) instanceof Stage stage ? stage : Stage.MAIN;
  }

  String name() {
    return parameter("name");
  }

  String value() {
    return parameter("value");
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  Cookie cookie() {
    Cookie cookie = new Cookie(name(), value());
    cookie.setPath("/");
    cookie.setMaxAge(3600);
    cookie.setHttpOnly(true);
    return cookie;
  }

  /** The same cookie as a header value. */
  String line() {
    return name() + "=" + value() + "; Path=/; Max-Age=3600; HttpOnly";
  }

  void add() {
    response.addCookie(cookie());
  }

  void addLine() {
    response.addHeader("Set-Cookie", line());
  }

  void forward() throws Exception {
    forward(Stage.TARGET);
  }

  void forward(Stage next) throws Exception {
    request.setAttribute(STAGE, next);
    request.getRequestDispatcher("/app/" + next).forward(request, response);
  }

  void include() throws Exception {
    include(Stage.TARGET);
  }

  void include(Stage next) throws Exception {
    request.setAttribute(STAGE, next);
    request.getRequestDispatcher("/app/" + next).include(request, response);
  }

  /** Where an asynchronous dispatch goes. */
  String target() {
    request.setAttribute(STAGE, Stage.TARGET);
    return "/app/" + Stage.TARGET;
  }

  void text(String text) throws Exception {
    response.getWriter().println(text);
  }

  /** The same call answered through another response. */
  Call with(ServletResponse other) {
    return new Call(request, (HttpServletResponse) other);
  }

  /** The same call with the container's own response, all wrappers taken off. */
  Call unwrapped() {
    ServletResponse bare = response;
    while (bare instanceof ServletResponseWrapper wrapper) {
      bare = wrapper.getResponse();
    }
    return with(bare);
  }
}
