package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:56:00Z");

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

  @Test
  void setsBothAttributesWhenGivenALifetime() {
    SetCookie capped =
        cookie("k=v; Max-Age=99999999; Path=/; Expires=Fri, 15 Jun 2029 10:00:00 GMT; Secure")
            .withLifetime(Duration.ofDays(390), NOW);
    assertEquals(
        "k=v; Path=/; Secure; Max-Age=33696000; Expires=Fri, 17 Dec 2027 21:56:00 GMT",
        capped.text());
    assertEquals(cookie(capped.text()), capped);
    assertEquals(Duration.ofDays(390), capped.lifetime(NOW).orElseThrow());
  }

  @Test
  void hidesTheValueWhenPrinted() {
    assertEquals("k; Path=/; Secure", cookie("k=secret; Path=/").withSecure().toString());
    assertEquals("k=; Path=/", cookie("k=secret; Path=/").withoutValue().text());
  }
}
