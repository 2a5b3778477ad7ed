package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the control goes: last in the body, or where the application wants it. UI-11. */
class BodyEndTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]<p>a</p>[C]</body></html>",
        "<body>[B]<p>a</p>[C]</BODY\n></html>",
        "<body>[B]a[C]</body x='>'>",
        "<body>[B]<div>a[C]</body>",
        "<body>[B]a[C]</body>\n<p>more</p></body></html>",
        "<body>[B]a</ body></bodyx></x-body>[C]</body>"
      })
  void isBeforeTheFirstEndTagOfTheBody(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>[B]a[C]</html>",
        "<html><body>[B]a</p>[C]</html>\n",
        "<body>[B]a[C]</html></body>"
      })
  void isBeforeTheEndTagOfThePageWhenThatOfTheBodyIsMissing(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]a[C]",
        "<body>[B]a</p>[C]",
        "<body>[B]a\n[C]",
        "<body>[B]a[C]<",
        "<body>[B]a[C]</",
        "<body>[B]a[C]</bod",
        "<body>[B]a[C]<p class",
        "<body>[B]a[C]<p class='>",
        "<body>[B]a[C]</div "
      })
  void isAtTheEndOfThePageButBeforeHalfATag(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]<!-- a",
        "<body>[B]<!",
        "<body>[B]<?x",
        "<body>[B]</ x",
        "<body>[B]<script>a",
        "<body>[B]<script>a</script ",
        "<body>[B]<textarea>a</textarea",
        "<body>[B]<template>a</body>",
        "<body>[B]<template><plaintext></template></body>"
      })
  void isMissingInAPageThatEndsWhereNothingIsSeen(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]a[C]<plaintext></body>",
        "<body>[B]a[C]<plaintext>",
        "[B][C]<plaintext></body>",
        "<body>[B]<svg><plaintext>a</plaintext></svg>[C]</body>"
      })
  void isBeforeATagBehindWhichAllIsText(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]<template></body></template>[C]</body>",
        "<body>[B]<template><template></template></body></template></template>[C]</body>",
        "<body>[B]<template><svg></template>[C]</body>",
        "<body>[B]<template><svg><template></template></svg></body></template>[C]</body>"
      })
  void isNotInATemplate(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body>[B]<footer data-consent-control>[C]</footer></body>",
        "<body>[B]<p DATA-CONSENT-CONTROL=''>[C]<p data-consent-control></p></body></html>",
        "<body data-consent-control>[B][C]</body>",
        "<body>[B]<p data-consent-controls><p data-consent-contro>[C]</body>",
        "[B]<p data-consent-control>[C]",
        "[B]<a data-consent-control>[C]",
        "[B]<z data-consent-control>[C]",
        "[B]<A data-consent-control>[C]",
        "[B]<Z data-consent-control>[C]",
        "<body>[B]a[C]</body><p data-consent-control></p>"
      })
  void isInTheFirstElementThatTheApplicationHasMarked(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html data-consent-control><head data-consent-control><body>[B][C]</body>",
        "<body>[B]<img data-consent-control><br data-consent-control/>[C]</body>",
        "<body>[B]<script data-consent-control></script>[C]</body>",
        "<body>[B]<textarea data-consent-control></textarea>[C]</body>",
        "<body>[B]<noscript><p data-consent-control></p></noscript>[C]</body>",
        "<body>[B]<template data-consent-control></template>[C]</body>",
        "<body>[B]<template><p data-consent-control></p></template>[C]</body>",
        "<body>[B]<svg data-consent-control><g data-consent-control></g></svg>[C]</body>",
        "<body>[B]<@ data-consent-control>[C]</body>",
        "<body>[B]<{ data-consent-control>[C]</body>",
        "<body>[B]<` data-consent-control>[C]</body>",
        "<body>[B]<!-- <p data-consent-control> -->[C]</body>",
        "<body>[B]<p title='<p data-consent-control>'>[C]</body>",
        "<body>[B]</p data-consent-control>[C]</body>",
        "<head><template data-consent-control></template></head><body>[B][C]</body>"
      })
  void isNotInAMarkedElementThatCannotShowIt(String expected) {
    assertPasses(Placement.BODY, expected);
  }
}
