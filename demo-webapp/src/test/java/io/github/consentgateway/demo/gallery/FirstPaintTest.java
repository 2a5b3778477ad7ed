package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question is there with the first thing that is painted, on a slow line and a slow phone. */
@Tag("browser")
class FirstPaintTest {

  private static final double FRAME_MILLIS = 17;

  /** When the question first had a place, at the beginning of a frame; what has moved meanwhile. */
  private static final String PROBE =
      """
      (() => {
        const seen = window.seen = {shift: 0};
        const look = time => {
          const question = document.querySelector('.consent-question');
          if (question && question.getBoundingClientRect().height > 0) seen.at = time;
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        new PerformanceObserver(list => list.getEntries().forEach(e => seen.shift += e.value))
          .observe({type: 'layout-shift', buffered: true});
      })()
      """;

  private static final String FIRST_PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0]";

  private static Chromium browser;

  @BeforeAll
  static void open() {
    browser = Chromium.withScripts();
    browser.screen(412, 823);
    browser.beforeEachPage(PROBE);
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                false,
                "latency",
                150,
                "downloadThroughput",
                200_000,
                "uploadThroughput",
                94_000));
    browser.driver().executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @DisplayName("no lag behind the first paint, one request before it, nothing moves")
  @CsvSource({"box", "bar", "modal", "inline", "page"})
  void questionComesWithThePage(String layout) {
    try (Gallery gallery = Gallery.of(Look.layout(layout))) {
      browser.open(gallery.at("/fr"));
      browser.await("!!(window.seen.at && " + FIRST_PAINT + ")");
      double paint = number(FIRST_PAINT + ".startTime");
      double question = number("seen.at");
      String before =
          browser.find(
              "performance.getEntriesByType('resource').filter(e => e.startTime < seen.at &&"
                  + " e.name.includes('/consent/') && !e.name.endsWith('.js')).length");
      System.out.printf(
          "%s: first paint %.0f ms, question %.0f ms, requests %s%n",
          layout, paint, question, before);

      assertAll(
          () -> assertTrue(question - paint <= FRAME_MILLIS, "lag " + (question - paint)),
          () -> assertEquals("1", before),
          () -> assertEquals("0", browser.find("seen.shift")));
    }
  }

  @Test
  @DisplayName("positive control: a question that a script brings late is noticed")
  void latenessIsNoticed() {
    try (Gallery gallery = Gallery.of(Look.layout("box").with("injection: off"))) {
      browser.open(gallery.at("/fr"));
      browser.await("!!" + FIRST_PAINT);
      browser.find(
          "document.body.appendChild(Object.assign(document.createElement('section'),"
              + " {className: 'consent-question', textContent: 'late'})).tagName");
      browser.await("!!window.seen.at");

      assertTrue(number("seen.at") - number(FIRST_PAINT + ".startTime") > FRAME_MILLIS);
    }
  }

  private static double number(String expression) {
    return Double.parseDouble(browser.find(expression));
  }
}
