package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every input, however hostile. */
final class Invariants {
  private static final Instant NOW = Instant.parse("2026-11-22T21:56:00Z");
  private static final Duration CAP = Duration.ofDays(390);
  private static final Pattern OCTETS = Pattern.compile("[\t -~\u0080-\u00ff]*");
  private static final Pattern LIFE =
      Pattern.compile(
          "Max-Age=(0|[1-9][0-9]{0,9})"
              + "|Expires=[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

  private Invariants() {}

  static void ofSetCookie(String text) {
    if (SetCookie.parse(text) instanceof SetCookie cookie) {
      assertSound(cookie);
      SetCookie capped = cookie.withLifetime(CAP, NOW);
      assertEquals(CAP, capped.lifetime(NOW).orElseThrow());
      assertSound(capped);
      assertSound(capped.withLifetime(Duration.ZERO, NOW).withoutValue());
      assertTrue(capped.withSecure().secure());
      assertSound(capped.withSecure());
      assertEquals(cookie, rebuilt(cookie));
    }
  }

  private static void assertSound(SetCookie cookie) {
    String text = cookie.text();
    SetCookie again = assertInstanceOf(SetCookie.class, SetCookie.parse(text), text);
    assertSame(text, again.text());
    assertEquals(cookie.name(), again.name());
    assertEquals(cookie.value(), again.value());
    assertEquals(cookie.lifetime(NOW), again.lifetime(NOW));
    assertEquals(cookie.secure(), again.secure());
    assertEquals(cookie.path(), again.path());
    assertTrue(OCTETS.matcher(text).matches(), text);
    assertAttributes(text.split("; ?", -1));
  }

  private static void assertAttributes(String[] parts) {
    Set<String> names = new HashSet<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
      assertTrue(names.add(name), part);
      if (name.equals("max-age") || name.equals("expires")) {
        assertTrue(LIFE.matcher(part).matches(), part);
      }
    }
    assertTrue(names.size() <= 32);
  }

  private static ParsedCookie rebuilt(SetCookie cookie) {
    String[] parts = cookie.text().split("; ?", -1);
    SetCookie.Builder builder = SetCookie.builder(cookie.name(), cookie.value());
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] pair = part.split("=", 2);
      builder = pair.length == 1 ? builder.flag(pair[0]) : builder.attribute(pair[0], pair[1]);
    }
    return builder.build();
  }

  static void ofCookieHeader(String text) {
    CookieHeader header = new CookieHeader(text);
    List<String> kept = names(header);
    kept.removeIf(name -> name.isEmpty() || name.length() % 2 == 0);
    CookieHeader odd = header.keep((field, from, to) -> (to - from) % 2 == 1);
    assertEquals(kept, names(odd));
    assertEquals(
        kept.isEmpty() && !odd.equals(header), odd.text().isEmpty() && !odd.equals(header));
    assertSame(odd, odd.keep((field, from, to) -> true));
    assertTrue(odd.text().length() <= text.length() + kept.size());
  }

  private static List<String> names(CookieHeader header) {
    List<String> names = new ArrayList<>();
    int[] last = {0};
    header.visit(
        (field, nameFrom, nameTo, valueFrom, valueTo) -> {
          assertTrue(last[0] <= nameFrom && nameFrom <= nameTo);
          assertTrue(nameTo <= valueFrom && valueFrom <= valueTo && valueTo <= field.length());
          assertFalse(field.substring(nameFrom, valueTo).contains(";"));
          last[0] = valueTo;
          return names.add(field.substring(nameFrom, nameTo));
        });
    return names;
  }

  static void ofCookieDate(String text) {
    long instant = CookieDate.parse(text);
    if (instant != SetCookie.NONE) {
      assertTrue(instant >= 0 && instant <= ImfDate.LAST, text);
      assertEquals(instant, CookieDate.parse(ImfDate.format(instant)));
    }
  }
}
