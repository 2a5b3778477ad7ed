package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a tag ends, and what its attributes are. */
class TagTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a='>'",
        "a=\">\"",
        "a='\">'",
        "a=\"'>\"",
        "a = '>'",
        "a\n=\t\">\"",
        "a='<body>'",
        "a='>'b='>'",
        "a='>'/b='>'",
        "/a='>'",
        "a=''",
        "a=b /c='>'/d='>'",
        "a='' '",
        "a \"",
        "a<b",
        "a=b<c",
        "a=b\"c",
        "a/",
        "a = /",
        "= '",
        "a==b",
        "\u00e9='>'",
        "a='\u0083>\u0083'",
        "a='1' a='>'"
      })
  void goesOnToItsOwnEnd(String attributes) {
    assertPasses(Placement.BODY, "<body " + attributes + ">[B]a[C]</body " + attributes + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=\"", "a b=", "a\"b'", "'", "a=b'", "a=b=\"", "a =", "/=\"", "a/=\"", "a='b'=\""})
  void endsAtOnceWhereAQuoteBeginsNoValue(String attributes) {
    assertPasses(Placement.BODY, "<body " + attributes + ">[B]a\">b'>[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data-consent-banner",
        " data-consent-banner",
        "/data-consent-banner/",
        "a data-consent-banner b",
        "a='b'data-consent-banner",
        "a=b data-consent-banner=c",
        "data-consent-banner = 'c'",
        "Data-Consent-Banner",
        "data-consent-banner data-consent-banner='no'",
        "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6 b7 b8 b9 data-consent-banner"
      })
  void hasAnAttribute(String attributes) {
    assertPasses(Placement.MARKER, "<p " + attributes + ">[B]</p>a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xdata-consent-banner",
        "data-consent-banner-x",
        "=data-consent-banner",
        "a=data-consent-banner",
        "a = data-consent-banner",
        "a=' data-consent-banner '",
        "\"data-consent-banner\"",
        "data-consent-banneR\u0000",
        "data-consent\rbanner",
        "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6"
      })
  void hasNoSuchAttribute(String attributes) {
    assertPasses(Placement.MARKER, "<p " + attributes + ">a[B][C]</body>");
  }

  @Test
  void hasNoneOfTheAttributesOfTheTagBefore() {
    assertPasses(
        Placement.MARKER, "<p    x23456789012345678x><p x=\"data-consent-banner\">a[B][C]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html lang=fr><body>[B fr][C]",
        "<HTML LANG='fr-CA'><body>[B fr-CA][C]",
        "<!-- --><html class=a lang=\"de-1996\">[B de-1996]<p>[C]",
        "<html lang=fr lang=en><body>[B fr][C]",
        "<html><html lang=fr><body>[B fr][C]",
        "<html lang=fr><html lang=en><body>[B fr][C]",
        "<html lang=abcdefgh-abcdefgh-abcdefgh-abcdefgh>"
            + "[B abcdefgh-abcdefgh-abcdefgh-abcdefgh]<p>[C]"
      })
  void saysTheLanguageOfThePage(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html lang><body>[B][C]",
        "<html lang=''><body>[B][C]",
        "<html lang='fr '><body>[B][C]",
        "<html lang=fr_CA><body>[B][C]",
        "<html lang=\"&#102;r\"><body>[B][C]",
        "<html lang=fr\u00e9><body>[B][C]",
        "<html lang='<b>'><body>[B][C]",
        "<html xml:lang=fr><body lang=fr>[B][C]",
        "<template><html lang=fr></template><body>[B][C]",
        "<html lang=abcdefgh-abcdefgh-abcdefgh-abcdefghi><body>[B][C]"
      })
  void saysNoLanguage(String expected) {
    assertPasses(Placement.BODY, expected);
  }
}
