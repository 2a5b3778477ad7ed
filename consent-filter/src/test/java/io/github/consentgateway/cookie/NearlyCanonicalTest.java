package io.github.consentgateway.cookie;

import static io.github.consentgateway.cookie.SetCookieTest.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.consentgateway.cookie.ParsedCookie.Defect;
import io.github.consentgateway.cookie.ParsedCookie.Malformed;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that differ from our own text in one place: none of them leaves as it came. */
class NearlyCanonicalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~ k=v; Path=/~|k=v; Path=/",
        "k =v; Path=/|k=v; Path=/",
        "k= v; Path=/|k=v; Path=/",
        "k=v ; Path=/|k=v; Path=/",
        "k=v;  Path=/|k=v; Path=/",
        "k=v; Path =/|k=v; Path=/",
        "k=v; Path= /|k=v; Path=/",
        "~k=v; Path=/ ~|k=v; Path=/",
        "~k=v; Path=/; ~|k=v; Path=/",
        "k=v; Path=/;|k=v; Path=/",
        "k=v;Path=/|k=v; Path=/",
        "k=v; Path=/x; Foo=|k=v; Path=/x; Foo",
        "k=v; Path=/; X= y|k=v; Path=/; X=y",
        "k=v; Path=/; Domain=|k=v; Path=/",
      })
  void writesTheFieldAnew(String text, String expected) {
    assertEquals(expected, cookie(text).text());
  }

  @DisplayName("all the characters that the name of an attribute may have (RFC 9110, 5.6.2)")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "0123456789",
        "!#$%&'*+-.^_`|~"
      })
  void keepsAttributesNamedByTokens(String name) {
    String text = "k=v; " + name + "; Path=/";
    assertSame(text, cookie(text).text());
  }

  @DisplayName("an attribute named like the end of the value, or one far behind in the field")
  @ParameterizedTest
  @ValueSource(strings = {"k=ab; ab", "k=a; b=ab; ab=b", "k=v; Foobar; Foo"})
  void takesNothingForADuplicateThatIsNone(String text) {
    String longer = text + "; X-Y=z";
    assertSame(text, cookie(text).text());
    assertSame(longer, cookie(longer).text());
  }

  @DisplayName("case 60: a name of 1024 octets is kept, one of 1025 ignored, wherever it stands")
  @ParameterizedTest
  @ValueSource(strings = {"", "; Foo=bar"})
  void measuresNamesByThemselves(String before) {
    String start = "k=" + "v".repeat(2000) + before;
    String longest = start + "; " + "n".repeat(1024);

    assertSame(longest, cookie(longest).text());
    assertEquals(longest + "=b", cookie(longest + "=b").text());
    assertEquals(longest, cookie(longest + " ").text());
    assertEquals(start, cookie(longest + "n").text());
  }

  @DisplayName("23 attributes that no browser knows are kept, the 24th is not")
  @Test
  void keepsAsManyUnknownAttributesAsAllowed() {
    String most = field(23);

    assertSame(most, cookie(most).text());
    assertEquals(most, cookie(field(24)).text());
  }

  private static String field(int unknown) {
    return IntStream.range(0, unknown)
        .mapToObj(i -> "; a" + i)
        .collect(Collectors.joining("", "k=v", ""));
  }

  @DisplayName("case 27: a control character in any place, in letters of either case")
  @ParameterizedTest
  @ValueSource(strings = {"cookie=value; Path=/; foo=bar", "COOKIE=VALUE; FOO=BAR; X=12"})
  void refusesControlCharactersInAnyPlace(String text) {
    for (char control : new char[] {0, 1, 8, '\n', '\r', 0x1F, 0x7F}) {
      for (int at = 0; at <= text.length(); at++) {
        String broken = text.substring(0, at) + control + text.substring(at);
        assertEquals(new Malformed(Defect.CONTROL_CHARACTER), SetCookie.parse(broken), broken);
      }
    }
  }

  @DisplayName("a character that is no octet, in any place")
  @Test
  void refusesUnencodableCharactersInAnyPlace() {
    String text = "Cookie=value; Path=/; Foo=bar";
    for (int at = 0; at <= text.length(); at++) {
      String broken = text.substring(0, at) + '\u20ac' + text.substring(at);
      assertEquals(new Malformed(Defect.UNENCODABLE), SetCookie.parse(broken), broken);
    }
  }
}
