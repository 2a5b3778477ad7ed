package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.shop.Language;
import io.github.consentgateway.demo.shop.Page;
import io.github.consentgateway.demo.shop.Storefront;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The page of the laboratory. Two visitors at a time may experiment; a third is asked to wait. */
final class LabServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Semaphore PLACES = new Semaphore(2);

  private final transient Storefront storefront;
  private final transient Experiment experiment;
  private final Language language;

  LabServlet(Storefront storefront, Language language, Experiment experiment) {
    this.storefront = storefront;
    this.language = language;
    this.experiment = experiment;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!PLACES.tryAcquire()) {
      response.setHeader("Retry-After", "1");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      show(request, response);
    } finally {
      PLACES.release();
    }
  }

  private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Page page = storefront.page(request, language, Lab.PAGE);
    Map<String, Object> values =
        Map.of("rows", experiment.run(request), "held", HeldCookie.all(request));
    storefront.pages().show(response, "lab", page, values);
  }
}
