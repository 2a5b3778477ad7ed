package io.github.consentgateway.demo.shop;

import io.github.consentgateway.demo.gate.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** One exchange of a visitor with the shop, in the visitor's language. */
record Visit(
    HttpServletRequest request,
    HttpServletResponse response,
    Language language,
    String path,
    Storefront storefront) {
  private static final int LONGEST = 80;

  Page page() {
    return storefront.page(request, language, path);
  }

  Gate gate() {
    return storefront.gate();
  }

  void show(String template, Map<String, Object> values) throws IOException {
    storefront.pages().show(response, template, page(), values);
  }

  void show(String template) throws IOException {
    show(template, Map.of());
  }

  /** Ends a form by sending the browser on to a page, so that reloading it repeats nothing. */
  void seeOther(String target) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/" + language.tag() + target);
  }

  void notFound() throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  /** A field of a form or query, trimmed and at most {@value #LONGEST} characters; never null. */
  String field(String name) {
    String value = Objects.requireNonNullElse(request.getParameter(name), "").strip();
    return value.codePointCount(0, value.length()) <= LONGEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST));
  }
}
