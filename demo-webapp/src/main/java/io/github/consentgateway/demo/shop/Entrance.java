package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a visitor who names no language to the page in the right one. */
final class Entrance extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    if (!Routes.knows(path)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Vary", "Accept-Language, Cookie");
    response.setHeader("Cache-Control", "private, no-cache");
    response.sendRedirect("/" + Language.preferred(request).tag() + path);
  }
}
