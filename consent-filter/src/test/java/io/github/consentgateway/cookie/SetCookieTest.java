package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {
  static SetCookie cookie(String text) {
    return assertInstanceOf(SetCookie.class, SetCookie.parse(text), text);
  }

  @DisplayName("case 28: well-formed text comes back as the same string")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=v",
        "k=",
        "k=a b=\"c\", d",
        "\"k\"=v",
        "k=v; Priority=High; Partitioned; Secure",
        "k=v; Path=/; HttpOnly; SameSite=Lax",
        "k=v; Path=/a/b; Secure; SameSite=Strict; Foo; Bar=1; SameParty",
        "k=v; Expires=Fri, 15 Jun 2029 10:00:00 GMT; Max-Age=2147483647; Domain=.example.org",
        "k=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=None",
        "k=\u00e9; Path=/"
      })
  void sameStringWhenCanonical(String text) {
    assertSame(text, cookie(text).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "  k  =  v  ; path=/ |k=v; Path=/",
        "k=v;;; =x; Secure=false; httponly=0;Partitioned=|k=v; Secure; HttpOnly; Partitioned",
        "k=v; samesite=lax; SameSite=junk|k=v",
        "k=v; SameSite=junk; samesite=nOnE|k=v; SameSite=None",
        "k=v; Path=/a; Path=b|k=v",
        "k=v; Domain=|k=v",
        "k=v; Max-Age=+60|k=v; Max-Age=60",
        "k=v; Max-Age=-60|k=v; Max-Age=0",
        "k=v; Max-Age=007|k=v; Max-Age=7",
        "k=v; Max-Age=\"60\"|k=v",
        "k=v; Max-Age=99999999999999999999|k=v; Max-Age=2147483647",
        "k=v; expires=Friday, 15-Jun-29 10:00:00 GMT|k=v; Expires=Fri, 15 Jun 2029 10:00:00 GMT",
        "k=v; Expires=never|k=v",
        "k=v; X=1; x=2; Y|k=v; x=2; Y",
      })
  void writesAnewWhenNotCanonical(String text, String expected) {
    assertEquals(expected, cookie(text).text());
    assertEquals(cookie(expected), cookie(text));
  }

  @DisplayName("cases 24, 25: what ends a name or a value, and what does not")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1, k=v|a|1, k=v",
        "\"k\"=v|\"k\"|v",
        "k=\"a; b\"|k|\"a",
        "k==v=|k|=v=",
        ",k={\"j\":[1]}|,k|{\"j\":[1]}",
        "Sid=?|Sid|?",
        "a b=c d|a b|c d",
      })
  void endsNamesAndValuesAsBrowsersDo(String text, String name, String value) {
    assertEquals(name, cookie(text).name());
    assertEquals(value, cookie(text).value());
  }

  @Test
  void findsAttributesWhateverTheirCase() {
    SetCookie cookie =
        cookie("k=v; Path=/a; Domain=.b.c; Secure; HttpOnly; Partitioned; SameSite=Lax; Foo; Ba=r");
    assertEquals(Optional.of("/a"), cookie.path());
    assertEquals(Optional.of(".b.c"), cookie.domain());
    assertEquals(Optional.of("Lax"), cookie.sameSite());
    assertTrue(cookie.secure() && cookie.httpOnly() && cookie.partitioned());
    assertEquals(Optional.of("/a"), cookie.attribute("path"));
    assertEquals(Optional.of(""), cookie.attribute("SECURE"));
    assertEquals(Optional.of(""), cookie.attribute("foo"));
    assertEquals(Optional.of("r"), cookie.attribute("Ba"));
    assertEquals(Optional.empty(), cookie.attribute("B"));
    assertEquals(Optional.empty(), cookie.attribute("Ba=r"));
    assertEquals(Optional.empty(), cookie.attribute("k"));
  }

  @Test
  void hasNoAttributesThatWereNotGiven() {
    SetCookie cookie = cookie("k=v");
    assertEquals(Optional.empty(), cookie.path());
    assertEquals(Optional.empty(), cookie.domain());
    assertEquals(Optional.empty(), cookie.sameSite());
    assertFalse(cookie.secure() || cookie.httpOnly() || cookie.partitioned());
  }

  @DisplayName("case 19: no letter changes with the language of the server")
  @Test
  void readsAttributesInTurkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertEquals(
          "k=v; Domain=I.example; Expires=Mon, 15 Jan 2029 10:00:00 GMT; Priority=HI; x-i=1;"
              + " HttpOnly; Partitioned; SameSite=Strict; Max-Age=1",
          cookie(
                  "k=v; DOMAIN=I.example; EXPIRES=MONDAY, 15-JAN-29 10:00:00 GMT; PRIORITY=HI;"
                      + " X-I=0; x-i=1; HTTPONLY; PARTITIONED; SAMESITE=STRICT; max-age=1")
              .text());
    } finally {
      Locale.setDefault(before);
    }
  }

  @DisplayName("a duplicate of an attribute is never well-formed")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Secure",
        "HttpOnly",
        "Partitioned",
        "SameSite=Lax",
        "Path=/",
        "Domain=a.b",
        "Priority=Low",
        "Max-Age=60",
        "Expires=Fri, 15 Jun 2029 10:00:00 GMT",
        "Foo",
        "Foo=bar"
      })
  void writesAnAttributeOnce(String attribute) {
    assertEquals("k=v; " + attribute, cookie("k=v; " + attribute + "; " + attribute + " ").text());
    assertEquals("k=v; " + attribute, cookie("k=v; " + attribute + "; " + attribute).text());
    assertEquals("k=v; " + attribute + "; Fo", cookie("k=v; " + attribute + "; Fo").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HttpOnly2|HttpOnly2",
        "Secured|Secured",
        "Securex=1|Securex=1",
        "Partition|Partition",
        "Partitioner|Partitioner",
        "PartitionedX|PartitionedX",
        "SameSite=Lux|",
        "SameSite=Noone|",
        "SameSite=Lax2|",
        "SameSite=Streng|",
        "SameSiteX=Lax|SameSiteX=Lax",
        "Max-Age2=1|Max-Age2=1",
        "Expire=1|Expire=1",
        "Pathos=/|Pathos=/",
        "Priority|Priority",
        "Foo Bar=1|",
        "Foo\"=1|",
        "F\u00f6=1|",
      })
  void keepsUnknownAttributesThatAreTokens(String attribute, @Nullable String expected) {
    assertEquals(expected == null ? "k=v" : "k=v; " + expected, cookie("k=v; " + attribute).text());
  }

  @Test
  void keepsKnownAttributesBehindAFloodOfUnknownOnes() {
    StringBuilder flood = new StringBuilder("k=v");
    for (int i = 0; i < 40; i++) {
      flood.append("; a").append(i);
    }
    SetCookie cookie = cookie(flood + "; a1=last; Secure");
    assertTrue(cookie.secure());
    assertEquals(Optional.of("last"), cookie.attribute("a1"));
    assertEquals(Optional.of(""), cookie.attribute("a22"));
    assertEquals(Optional.empty(), cookie.attribute("a23"));
    assertSame(cookie.text(), cookie(cookie.text()).text());
  }

  @Test
  void isEqualByText() {
    assertEquals(cookie("k=v; Path=/"), cookie("k=v;path=/"));
    assertEquals(cookie("k=v; Path=/").hashCode(), cookie("k=v;path=/").hashCode());
    assertNotEquals(cookie("k=v"), cookie("k=w"));
    assertNotEquals(cookie("k=v"), (Object) "k=v");
    SetCookie secure = cookie("k=v; Secure");
    assertSame(secure, secure.withSecure());
  }

  @Test
  void hidesTheValueWhenPrinted() {
    assertEquals("k; Path=/; Secure", cookie("k=secret; Path=/").withSecure().toString());
    assertEquals("k=; Path=/", cookie("k=secret; Path=/").withoutValue().text());
  }
}
