package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random fields from the pieces that parsers stumble over. */
class RandomCookieTest {
  private static final int ROUNDS = 20_000;
  private static final List<String> PIECES =
      List.of(
          ";",
          ";",
          ";",
          "; ",
          "; ",
          "=",
          "=",
          " ",
          "\t",
          ",",
          "\"",
          ":",
          "/",
          "-",
          "+",
          "k",
          "v",
          "k=v",
          "Path=/",
          "path",
          "Domain=.example.org",
          "domain=",
          "Secure",
          "secure=1",
          "HttpOnly",
          "SameSite=Lax",
          "samesite=NONE",
          "SameSite=x",
          "Partitioned",
          "Priority=High",
          "priority",
          "Max-Age=",
          "max-age=",
          "Max-Age=60",
          "Max-Age=+9",
          "Max-Age=-1",
          "Expires=",
          "expires=",
          "Fri, 15 Jun 2029 10:00:00 GMT",
          "Fri, 15-Jun-2029 10:00:00 GMT",
          "15",
          "Jun",
          "2029",
          "10:00:00",
          "10:60",
          "1/2/34",
          "31",
          "Feb",
          "pm",
          "PST",
          "0",
          "99999999",
          "99999999999999999999",
          "X",
          "x=1",
          "X-Y=2",
          "\u00e9",
          "\u00ff",
          "\u0100",
          "\u0000",
          "\r\n",
          "\u007f");

  private final long seed = Long.getLong("seed", 20_261_122L);

  @DisplayName("parse(text).text() is a fixed point, and so is all that is derived from it")
  @Test
  void writesWhatItReadsAgain() {
    check("Set-Cookie", Invariants::ofSetCookie);
    check("Set-Cookie after k=v", rest -> Invariants.ofSetCookie("k=v; " + rest));
  }

  @Test
  void keepsTheNamesItIsTold() {
    check("Cookie", Invariants::ofCookieHeader);
  }

  @Test
  void readsDatesThatItCanWrite() {
    check("Expires", Invariants::ofCookieDate);
  }

  @DisplayName("builder -> text -> parse gives the cookie that was built")
  @Test
  void readsWhatItBuilds() {
    check(
        "builder",
        text -> {
          String[] parts = (text + "~~").split("[;=]", -1);
          String[] filled = List.of(String.join("=", parts), "p", "q", "r").toArray(String[]::new);
          System.arraycopy(parts, 0, filled, 0, Math.min(parts.length, filled.length));
          ParsedCookie built =
              SetCookie.builder(filled[0], filled[1]).attribute(filled[2], filled[3]).build();
          if (built instanceof SetCookie cookie) {
            assertEquals(cookie, SetCookie.parse(cookie.text()));
          }
        });
  }

  @Test
  void writesEveryDateAsTheJdkReadsIt() {
    Random random = random("dates");
    for (int i = 0; i < ROUNDS; i++) {
      long instant = random.nextLong(ImfDate.LAST + 1);
      String text = ImfDate.format(instant);
      Instant read = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      assertEquals(instant, read.getEpochSecond(), text);
      assertEquals(instant, ImfDate.read(new Octets(text), 0, text.length(), ' '), text);
      assertEquals(instant, new RfcDate(text).read(), text);
      assertEquals(instant, new FreeDate(text).read(), text);
    }
    assertEquals("Fri, 31 Dec 9999 23:59:59 GMT", ImfDate.format(ImfDate.LAST));
    assertEquals(LocalDate.of(9999, 12, 31).toEpochDay(), ImfDate.LAST / 86_400);
  }

  @DisplayName("100 kB of anything cost no more than a few passes over them")
  @Test
  void readsHugeFieldsInLinearTime() {
    long start = System.nanoTime();
    for (String piece : PIECES) {
      String huge = piece.repeat(100_000 / piece.length());
      Invariants.ofSetCookie(huge);
      Invariants.ofSetCookie("k=v; " + huge);
      Invariants.ofSetCookie("k=v" + (";" + piece + "a").repeat(100_000 / (piece.length() + 2)));
      Invariants.ofCookieHeader(huge);
      CookieDate.parse(huge.substring(0, 1024));
    }
    // Generous on purpose: only work that grows faster than the input comes near it.
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 60);
  }

  private void check(String what, Consumer<String> invariant) {
    Random random = random(what);
    for (int i = 0; i < ROUNDS; i++) {
      String text = text(random);
      try {
        invariant.accept(text);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("broken by «" + text + "»", e);
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(14); pieces > 0; pieces--) {
      text.append(
          random.nextInt(12) == 0
              ? String.valueOf((char) random.nextInt(0x102))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private Random random(String what) {
    System.out.println("random " + what + " with -Dseed=" + seed);
    return new Random(seed);
  }
}
