package io.github.consentgateway.demo.traffic;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;

/**
 * Figures as one page that needs nothing else: no script, nothing from elsewhere. All values are
 * escaped by the template.
 */
public final class StatisticsPage {

  private static final String TEMPLATES = "io.github.consentgateway.demo.view";

  private StatisticsPage() {}

  /**
   * The page.
   *
   * @param language {@code en} or {@code fr}
   * @param made when the figures were made
   */
  public static String of(Figures figures, String language, Instant made) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, StatisticsPage.class.getClassLoader(), TEMPLATES);
    StringOutput html = new StringOutput();
    engine.render(
        "statistics.jte", new PageView(figures, language, made, Style.named("figures.css")), html);
    return html.toString();
  }
}
