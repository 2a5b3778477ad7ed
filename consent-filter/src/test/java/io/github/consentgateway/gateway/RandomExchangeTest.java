package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random requests of visitors who have not decided, against applications that set anything. */
@Tag("CK-15")
class RandomExchangeTest {

  private static final int EXCHANGES = 100_000;
  private static final Set<String> ESSENTIAL = Set.of("basket", "remember");

  private static final List<String> PIECES =
      List.of(
          "basket",
          "remember",
          "_ga",
          "_ga_X",
          "chat_visitor",
          "_fbp",
          "zzz",
          "__Host-consent",
          "__Host-consent-since-20261123",
          "=",
          "=",
          "=",
          ";",
          ";",
          "; ",
          "; ",
          " ",
          "\t",
          ",",
          "\"",
          "1",
          "Path=/",
          "Domain=example.fr",
          "Max-Age=60",
          "Max-Age=0",
          "Max-Age=99999999999",
          "Expires=Fri, 15 Jun 2029 10:00:00 GMT",
          "Secure",
          "SameSite=None",
          "Partitioned",
          "\r\n",
          "\u0000",
          "\u00e9",
          "\u0100",
          "\ud83c\udf6a",
          "eyJhbGciOiJIUzI1NiJ9.e30.",
          "a".repeat(5_000));

  private final long seed = Long.getLong("seed", 20_261_122L);
  private final Random random = new Random(seed);
  private final Stage stage = new Stage();

  /** The names of random cookies that a browser would keep, and send. */
  private static boolean leaks(String line) {
    String pair = line.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String name = pair.substring(0, Math.max(equals, 0)).strip();
    boolean deleted = pair.endsWith("=") && line.contains("Max-Age=0");
    boolean day = name.startsWith("__Host-consent-since-") && line.contains("; HttpOnly");
    return !ESSENTIAL.contains(name) && !deleted && !day;
  }

  private String text() {
    return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
        .limit(1 + random.nextInt(12))
        .collect(Collectors.joining());
  }

  @Test
  @DisplayName("no random input opens the gate, and none makes it throw")
  void nothingNonEssentialLeavesOrArrives() {
    for (int i = 0; i < EXCHANGES; i++) {
      String cookies = text();
      String line = text();
      String told = "seed " + seed + ", exchange " + i + ": " + cookies + " / " + line;
      Stage.Head head = new Stage.Head();
      Exchange exchange = assertDoesNotThrow(() -> stage.begin(get("/", "Cookie", cookies), head));
      Optional<String> sent = exchange.add("Set-Cookie", line);

      assertTrue(sent.stream().noneMatch(RandomExchangeTest::leaks), told);
      assertTrue(
          head.fields("Set-Cookie").stream().noneMatch(RandomExchangeTest::leaks),
          () -> told + head.fields("Set-Cookie"));
      exchange
          .visibleCookies()
          .forEach(
              field ->
                  Stream.of(field.split(";", -1))
                      .forEach(pair -> assertTrue(isEssential(pair), told)));
      assertEquals(Set.of(), exchange.consent().granted(), told);
    }
  }

  private static boolean isEssential(String pair) {
    return pair.isBlank() || ESSENTIAL.contains(pair.split("=", -1)[0].strip());
  }

  @Test
  @DisplayName("positive control: ungated, the same random lines would leak")
  void detectorSeesWhatAnUngatedApplicationSets() {
    long leaking =
        Stream.generate(this::text).limit(1_000).filter(RandomExchangeTest::leaks).count();

    assertTrue(leaking > 500, leaking + " of 1000");
  }

  @Test
  @DisplayName("positive control: essential cookies get through in both directions")
  void essentialCookiesAreNotRefusedForFear() {
    int sent = 0;
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      Exchange exchange = stage.begin(get("/", "Cookie", text()), new Stage.Head());
      sent += exchange.add("Set-Cookie", text()).isPresent() ? 1 : 0;
      seen += exchange.visibleCookies().size();
    }

    assertTrue(sent > 50 && seen > 50, sent + " sent, " + seen + " seen");
  }
}
