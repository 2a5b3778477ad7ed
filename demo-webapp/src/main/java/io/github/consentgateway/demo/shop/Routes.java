package io.github.consentgateway.demo.shop;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which path is answered by what. */
final class Routes {
  private static final String PRODUCTS = "/product/";

  /** Pages that other servlets serve below a language. */
  private static final Set<String> ELSEWHERE = Set.of("/cookies-lab");

  private static final Map<String, Answer> PAGES =
      Map.of(
          "/", Reading::home,
          "/catalogue", Reading::catalogue,
          "/basket", Shopping::basket,
          "/sign-in", Shopping::signInForm,
          "/newsletter", Reading::newsletter,
          "/blog", Reading::blog,
          "/contact", Reading::contact,
          "/privacy", Reading::privacy,
          "/stock", Reading::stock,
          "/crash", Routes::crash);

  private static final Map<String, Answer> FORMS =
      Map.of(
          "/basket", Shopping::changeBasket,
          "/sign-in", Shopping::signIn,
          "/sign-out", Shopping::signOut,
          "/newsletter", Shopping::subscribe,
          "/contact", Shopping::write,
          "/language", Shopping::switchLanguage);

  /** Answers one exchange. */
  @FunctionalInterface
  interface Answer {
    void to(Visit visit) throws IOException, ServletException;
  }

  private Routes() {}

  static Optional<Answer> page(String path) {
    return path.startsWith(PRODUCTS)
        ? Product.of(path.substring(PRODUCTS.length())).map(Routes::productPage)
        : Optional.ofNullable(PAGES.get(path));
  }

  private static Answer productPage(Product product) {
    return visit -> Reading.product(visit, product);
  }

  /** Fails on purpose, so that the page for it can be seen. */
  private static void crash(Visit visit) {
    throw new OnPurpose(visit.path());
  }

  static Optional<Answer> form(String path) {
    return Optional.ofNullable(FORMS.get(path));
  }

  /** Whether there is such a page in each language. */
  static boolean knows(String path) {
    return ELSEWHERE.contains(path) || page(path).isPresent();
  }
}
