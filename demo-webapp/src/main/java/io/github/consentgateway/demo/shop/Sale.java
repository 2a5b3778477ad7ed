package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** A short address that sends on to the catalogue and drops a cookie on the way. */
final class Sale extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ShopCookies.set(response, ShopCookies.VARIANT, "b", Duration.ofDays(90));
    response.sendRedirect("/catalogue");
  }
}
