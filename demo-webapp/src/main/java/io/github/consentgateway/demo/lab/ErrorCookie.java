package io.github.consentgateway.demo.lab;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the cookie while an error page is made, for the attempts that ask for it. */
final class ErrorCookie extends HttpFilter {
  private static final long serialVersionUID = 1;

  /** The request attribute that asks for it. */
  static final String WANTED = "io.github.consentgateway.demo.lab.errorCookie";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(WANTED) != null) {
      Tracker.add(response);
    }
    chain.doFilter(request, response);
  }
}
