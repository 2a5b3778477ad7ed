package io.github.consentgateway.demo.gallery;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.github.consentgateway.demo.browser.Chromium;
import java.util.List;

/** What axe-core finds on a page: the rules of WCAG 2.2, levels A and AA, and best practices. */
final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Axe() {}

  /** The violations, a line each. */
  static List<String> violations(Chromium browser) {
    return new AxeBuilder()
        .withTags(RULES).analyze(browser.driver()).getViolations().stream().map(Axe::line).toList();
  }

  private static String line(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
