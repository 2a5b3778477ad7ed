package io.github.consentgateway.demo.lab;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes one attempt. */
final class AttemptServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Attempt attempt;

  AttemptServlet(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    attempt.act().on(request, response);
  }
}
