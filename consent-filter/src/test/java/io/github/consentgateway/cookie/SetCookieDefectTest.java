package io.github.consentgateway.cookie;

import static io.github.consentgateway.cookie.SetCookieTest.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.cookie.ParsedCookie.Defect;
import io.github.consentgateway.cookie.ParsedCookie.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieDefectTest {

  static Stream<Character> controlCharacters() {
    return IntStream.range(0, 0x80)
        .filter(c -> (c < ' ' && c != '\t') || c == 0x7F)
        .mapToObj(c -> (char) c);
  }

  @DisplayName("cases 27, 56: a control character anywhere")
  @ParameterizedTest
  @MethodSource("controlCharacters")
  void refusesControlCharactersAnywhere(char control) {
    for (String text : new String[] {"a%sb=v", "k=a%sb", "k=v; A%sB", "k=v; Path=/%s", "k=v;%s"}) {
      assertEquals(
          new Malformed(Defect.CONTROL_CHARACTER),
          SetCookie.parse(text.replace("%s", String.valueOf(control))));
    }
    assertEquals(
        new Malformed(Defect.CONTROL_CHARACTER), SetCookie.builder("k", "v" + control).build());
  }

  @DisplayName("case 27: a tab is white space")
  @Test
  void takesTabsAsBlanks() {
    assertEquals("k=a\tb; Path=/", cookie("\tk\t=\ta\tb\t;\tPath\t=\t/\t").text());
  }

  @DisplayName("cases 21, 23, 61: no name")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        "5",
        "token",
        "=v",
        "==v",
        " =v",
        "=",
        "=; Path=/",
        "; k=v",
        "token; k=v",
        "__Host-sid",
        "=__Host-sid=evil"
      })
  void refusesNamelessCookies(String text) {
    assertEquals(new Malformed(Defect.NAMELESS), SetCookie.parse(text));
  }

  @DisplayName("characters that reach the wire as others, or that browsers read as others")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=\u0100",
        "k=\u013b Path=/",
        "k=v; Path=/\u0a3b",
        "k=\ud83c\udf6a",
        "k=\ud800",
        "_g\u0430=1",
        "_\u00e9=1",
        "\u010dk=v"
      })
  void refusesUnencodableCharacters(String text) {
    assertEquals(new Malformed(Defect.UNENCODABLE), SetCookie.parse(text));
  }

  @DisplayName("case 60: more than 4096 octets of name and value")
  @ParameterizedTest
  @CsvSource({"1,4095,true", "1,4096,false", "4096,0,true", "4097,0,false", "2048,2048,true"})
  void refusesTooLargePairs(int name, int value, boolean fits) {
    String text = "n".repeat(name) + "=" + "v".repeat(value);
    for (String field : new String[] {text, text + "; Path=/", "  " + text + " "}) {
      assertEquals(fits, SetCookie.parse(field) instanceof SetCookie);
    }
    if (!fits) {
      assertEquals(new Malformed(Defect.TOO_LARGE), SetCookie.parse(text));
    }
  }

  @DisplayName("case 60: an attribute of more than 1024 octets is ignored")
  @ParameterizedTest
  @CsvSource({"Path=/,1019,true", "Path=/,1024,false", "X=,1024,true", "X=,1025,false"})
  void ignoresTooLongAttributes(String attribute, int more, boolean kept) {
    String text = "k=v; " + attribute + "p".repeat(more);
    assertEquals(kept ? text : "k=v", cookie(text).text());
    assertEquals("k=v", cookie("k=v; " + "p".repeat(1025)).text());
  }

  @DisplayName("cases 54, 55, 56: delimiters in a part given by itself")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "k|v|Path|/; Domain=evil.test",
        "k|v|X|y; Domain=evil.test",
        "k|v|X;Domain|y",
        "k|v|X=Y|y",
        "k|v|~ X~|y",
        "k|v; Domain=evil.test|Path|/",
        "k;|v|Path|/",
        "k=v; k|v|Path|/",
        "=k|v|Path|/",
        "k|v|=X|y",
        "~ k~|v|Path|/",
        "~k\t~|v|Path|/",
        "k|v|~X\u0009~|y",
      })
  void refusesDelimitersInParts(String name, String value, String attribute, String content) {
    assertEquals(
        new Malformed(Defect.DELIMITER),
        SetCookie.builder(name, value).attribute(attribute, content).build());
  }

  @Test
  void tellsTheFirstDefectOfTheParts() {
    assertEquals(
        new Malformed(Defect.DELIMITER),
        SetCookie.builder("k", ";").attribute("Path", "\n").flag("x").build());
    assertEquals(
        new Malformed(Defect.CONTROL_CHARACTER),
        SetCookie.builder("k", "\n").attribute("Path", ";").build());
    assertEquals(new Malformed(Defect.NAMELESS), SetCookie.builder("", "v").build());
    assertEquals(new Malformed(Defect.UNENCODABLE), SetCookie.builder("k", "\u20ac").build());
  }

  @DisplayName("case 64: parts make the same text on every container")
  @Test
  void putsTogetherWhatParsingTakesApart() {
    assertEquals(
        cookie("k=v; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned; Foo=b"),
        SetCookie.builder("k", "v")
            .attribute("path", "/")
            .attribute("Max-Age", "060")
            .flag("Secure")
            .attribute("httponly", "true")
            .attribute("SameSite", "none")
            .attribute("Partitioned", "")
            .attribute("Foo", "a")
            .attribute("Foo", " b ")
            .attribute("Expires", "junk")
            .build());
  }

  @Test
  void setsBothAttributesWhenBuiltWithALifetime() {
    Instant now = Instant.parse("2026-11-22T21:56:00.9Z");
    assertEquals(
        cookie("k=v; Max-Age=60; Path=/; Expires=Sun, 22 Nov 2026 21:57:00 GMT"),
        SetCookie.builder("k", "v")
            .attribute("Max-Age", "5")
            .attribute("Path", "/")
            .lifetime(Duration.ofMinutes(1), now)
            .build());
    assertEquals(
        cookie("k=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
        SetCookie.builder("k", "").lifetime(Duration.ofMinutes(-1), now).build());
  }
}
