package io.github.consentgateway.demo.shop;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Draws pages from the templates that the build compiled; all values are escaped by context. */
public final class Pages {
  private static final String TEMPLATES = "io.github.consentgateway.demo.view";
  private static final String SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; frame-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

  Pages() {}

  /** Writes a page; the status is whatever the response already has. */
  public void show(
      HttpServletResponse response, String template, Page page, Map<String, Object> values)
      throws IOException {
    Utf8ByteOutput html = new Utf8ByteOutput();
    engine.render(template + ".jte", with(page, values), html);
    headers(response);
    response.setContentLength(html.getContentLength());
    try (OutputStream out = response.getOutputStream()) {
      html.writeTo(out::write);
    }
  }

  private static Map<String, Object> with(Page page, Map<String, Object> values) {
    Map<String, Object> all = new java.util.HashMap<>(values);
    all.put("page", page);
    return all;
  }

  private static void headers(HttpServletResponse response) {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Content-Security-Policy", SECURITY_POLICY);
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }
}
