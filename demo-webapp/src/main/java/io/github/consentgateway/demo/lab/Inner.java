package io.github.consentgateway.demo.lab;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What other servlets include, forward and dispatch to. From outside it is not there. */
final class Inner extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String PATH = "/cookies-lab/inner";

  /** The request attribute that asks for the way around the rule that an include sets nothing. */
  static final String PREFIXED = "io.github.consentgateway.demo.lab.prefixed";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getAttribute(PREFIXED) != null) {
      response.setHeader("org.eclipse.jetty.server.include.Set-Cookie", Tracker.LINE);
    } else {
      Tracker.add(response);
    }
  }
}
