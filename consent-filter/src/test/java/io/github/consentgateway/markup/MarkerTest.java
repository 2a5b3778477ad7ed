package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the banner goes when the application places it itself. */
class MarkerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body><p>a<div data-consent-banner>[B fr]</div>[C]</body>",
        "<body><div class=a data-consent-banner='x' id=b>[B fr]</div>[C]</body>",
        "<body><span data-consent-banner>[B fr]<span data-consent-banner>[C]</body>",
        "<body data-consent-banner>[B fr]a[C]</body>",
        "<p data-consent-banner/>[B fr][C]",
        "<body><p data-consent-control>[C]</p><p data-consent-banner>[B fr]</p></body>",
        "<body><p data-consent-control data-consent-banner>[B fr][C]</p></body>",
        "<svg><foreignObject><p data-consent-banner>[B fr]</p></foreignObject></svg>[C]"
      })
  void isInTheFirstMarkedElement(String expected) {
    assertPasses(Placement.MARKER, "<html lang=fr>" + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body><p>a</p>[B][C]</body>",
        "<p>a</p>[B][C]</html>",
        "<body>a[B][C]",
        "<title>a</title>[B][C]",
        "<body>a[B][C]<plaintext>",
        "<body data-consent-banners>[B][C]</body><p data-consent-banner>",
        "<body><p data-consent-control>[C]</p>[B]</body>",
        "<head><meta data-consent-banner></head><body>[B][C]</body>",
        "<body><template><p data-consent-banner></template>[B][C]</body>",
        "<body><iframe data-consent-banner></iframe>[B][C]</body>"
      })
  void isLastInTheBodyWhenNoElementIsMarkedSoThatTheVisitorIsAsked(String expected) {
    assertPasses(Placement.MARKER, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<frameset data-consent-banner>", "<body><p>a<!-- "})
  void isMissingWhereThereIsNoPlaceForIt(String expected) {
    assertPasses(Placement.MARKER, expected);
  }
}
