package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the banner goes: first in the body, wherever a browser begins it. */
class BodyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><title>a</title></head><body>[B]<p>b</p>[C]</body></html>",
        "<html><head></head>\n<body class=\"a\">[B]\n[C]</body>\n</html>\n",
        "<html><body>[B][C]</body></html>",
        "<body>[B]text[C]",
        "<BODY\tID=a\nonload='go()'>[B]text[C]",
        "<body/>[B]text[C]",
        "<head><title>a</title><body>[B]text[C]",
        "<body>[B]<body class=second>text[C]</body>",
        "<html><head></head></head></title><!-- c --><?x ?><body>[B]x[C]</body>"
      })
  void isBehindTheBodyTag(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[B]text[C]",
        "[B]t[C]",
        " \n\t\f\r[B]text[C]",
        "<!DOCTYPE html>\n[B]\u00e9t\u00e9[C]",
        "<!DOCTYPE html><html><head><title>a</title></head>\n[B]text[C]</html>",
        "<title>a</title>[B]&nbsp;[C]",
        "<html>[B]< b>[C]",
        "<html>[B]<3[C]",
        "<html>[B]<[C]<",
        "[B]text<body>more[C]</body>"
      })
  void isBeforeTheFirstTextWhenNoBodyTagCameBefore(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[B]<p>a[C]",
        "<!DOCTYPE html><title>a</title>[B]<h1>a</h1>[C]",
        "<html><head><meta charset=utf-8><link href=a>[B]<DIV>a</DIV>[C]</html>",
        "<head></head>[B]<p>a</p>[C]</body>",
        "[B]<div><body>a[C]</body>",
        "[B]<textarea></textarea><body>[C]",
        "[B]<svg><body>[C]",
        "[B]<math/>[C]",
        "[B]<head-line>[C]",
        "[B]<bodybodybodybodybody>[C]"
      })
  void isBeforeTheFirstTagThatCannotBeInAHead(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<base href=/><basefont><bgsound src=a><link><meta><title></title><body>[B][C]",
        "<head><style></style><script></script><noscript></noscript><body>[B][C]",
        "<head><noframes></noframes><template></template><body>[B][C]",
        "<head></head><style></style><script></script><template></template><body>[B][C]",
        "<html><html><head><head><body>[B][C]"
      })
  void isNotBeforeTagsThatCanBeInAHead(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<head><noscript><img src=a></noscript></head><body>[B][C]",
        "<head></head>[B]<noscript><img src=a></noscript><body>[C]"
      })
  void isBeforeNoscriptOnlyBehindTheHead(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</p></div></title></template></frameset><body>[B][C]",
        "[B]</br><body>[C]",
        "<head>[B][C]</body>",
        "</head>[B][C]</html>"
      })
  void isBeforeAnEndTagOnlyIfThatBeginsTheBody(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " [B][C]",
        "<!DOCTYPE html>[B][C]",
        "<html><head><title>a</title></head>\n[B][C]",
        "<title>a</title>[B][C]<bod",
        "<title>a</title>[B][C]<body class=\"",
        "[B][C]</"
      })
  void isAtTheEndOfAPageWithoutBody(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE html><html><head></head><frameset rows=1><frame src=a></frameset></html>",
        "<frameset><noframes><body>a</body></noframes></frameset>",
        "<head></head><FRAMESET>text<body>",
        "<title><body></body>",
        "<head><!-- <body></body>",
        "<head><script><body></body>",
        "<template><body></body>"
      })
  void isMissingWhereThereIsNoPlaceForIt(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[B]<p><frameset>[C]</body>",
        "<body>[B]<frameset>[C]</body>",
        "<template><frameset></template><body>[B][C]"
      })
  void isNotMissingWhereAFramesetIsIgnored(String expected) {
    assertPasses(Placement.BODY, expected);
  }
}
