package io.github.consentgateway.demo.shop;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The page for everything that went wrong. It reads no field of the request: one may be why. */
final class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Storefront storefront;

  ErrorPage(Storefront storefront) {
    this.storefront = storefront;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Integer> status =
        attribute(request, RequestDispatcher.ERROR_STATUS_CODE, Integer.class);
    if (status.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    show(request, response, status.get());
  }

  private void show(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    Language language =
        attribute(request, RequestDispatcher.ERROR_REQUEST_URI, String.class)
            .flatMap(Language::ofPath)
            .orElseGet(() -> Language.preferred(request));
    Page page = storefront.page(request, language, "");
    storefront.pages().show(response, "error", page, Map.of("status", status));
  }

  private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
    return Optional.ofNullable(request.getAttribute(name)).filter(type::isInstance).map(type::cast);
  }
}
