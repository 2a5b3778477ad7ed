package io.github.consentgateway.demo.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Serves the pages of one language. */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Storefront storefront;
  private final Language language;

  PageServlet(Storefront storefront, Language language) {
    this.storefront = storefront;
    this.language = language;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Visit visit = visit(request, response);
    answer(Routes.page(visit.path()), visit);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Visit visit = visit(request, response);
    answer(Routes.form(visit.path()), visit);
  }

  private static void answer(Optional<Routes.Answer> answer, Visit visit)
      throws IOException, ServletException {
    if (answer.isPresent()) {
      answer.get().to(visit);
    } else {
      visit.notFound();
    }
  }

  private Visit visit(HttpServletRequest request, HttpServletResponse response) {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    return new Visit(request, response, language, path, storefront);
  }
}
