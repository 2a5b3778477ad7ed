package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.SITE;
import static io.github.consentgateway.token.Fixtures.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our own reader believes, jjwt believes too, and understands alike. */
class JjwtOracleTest {

  private static final long SEED = 20261123;
  private static final String INSERTS = "ABCxyz019-_.=+/ {}\"\u00e9";

  private final SettableClock clock = new SettableClock(MIDNIGHT.plus(Duration.ofHours(9)));
  private final ConsentTokens tokens = tokens(clock);
  private final Random random = new Random(SEED);

  private Optional<Choice> ours(String token) {
    return tokens.read(List.of("__Host-consent=" + token)).choice();
  }

  private Optional<Claims> jjwt(String token) {
    try {
      return Optional.of(
          Jwts.parser()
              .verifyWith(KEY.secret())
              .requireIssuer(SITE)
              .requireAudience(SITE)
              .clock(() -> Date.from(clock.instant()))
              .build()
              .parseSignedClaims(token)
              .getPayload());
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Test
  void agreesOnEveryIssuedToken() {
    for (int i = 0; i < 500; i++) {
      Choice choice = choice();
      String token = tokens.issue(choice).value();

      assertEquals(Optional.of(choice), ours(token), "seed " + SEED);
      assertSame(choice, jjwt(token).orElseThrow());
    }
  }

  @Test
  void believesNothingThatJjwtRefuses() {
    List<String> issued =
        Stream.generate(this::choice).limit(50).map(c -> tokens.issue(c).value()).toList();
    int believed = 0;
    for (int i = 0; i < 10_000; i++) {
      String mutant = mutant(issued.get(i % issued.size()));
      Optional<Choice> ours = ours(mutant);
      if (ours.isPresent()) {
        believed++;
        assertSame(ours.get(), jjwt(mutant).orElseThrow(() -> new AssertionError("seed " + SEED)));
      }
    }
    assertTrue(believed > 0, "the mutation that changes nothing shows that the check works");
  }

  @Test
  void believesNoPayloadThatJjwtRefuses() {
    String claims = Forge.claims(Fixtures.acceptance(DAY));
    for (int i = 0; i < 10_000; i++) {
      String token = Forge.signed(mutant(claims));
      Optional<Choice> ours = ours(token);
      if (ours.isPresent()) {
        assertSame(ours.get(), jjwt(token).orElseThrow(() -> new AssertionError("seed " + SEED)));
      }
    }
  }

  private static void assertSame(Choice choice, Claims claims) {
    assertEquals(Set.of(SITE), claims.getAudience());
    assertEquals(choice.policy(), claims.get("pol"));
    assertEquals(choice.granted(), claims.get("grant"));
    assertEquals(choice.refused(), claims.get("deny"));
    assertEquals(choice.language(), claims.get("lang"));
    assertEquals(choice.gpc(), claims.get("gpc"));
    assertEquals(choice.consentId(), Optional.ofNullable(claims.getId()));
    assertEquals(
        choice.decidedOn().toEpochDay() * 86_400_000,
        claims.getIssuedAt().toInstant().toEpochMilli());
  }

  private Choice choice() {
    Map<String, Integer> granted = versions();
    return new Choice(
        DAY.minusDays(random.nextInt(180)),
        word(),
        "v1",
        granted,
        versions(),
        random.nextInt(3) == 0 ? Optional.of(DAY.minusDays(random.nextInt(180))) : Optional.empty(),
        word(),
        random.nextBoolean(),
        granted.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId()));
  }

  private Map<String, Integer> versions() {
    Map<String, Integer> versions = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      versions.put(word(), random.nextInt(Integer.MAX_VALUE));
    }
    return versions;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      word.append(
          (char) (random.nextInt(8) == 0 ? random.nextInt(0xd800) : 'a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private String mutant(String text) {
    int at = random.nextInt(text.length());
    int to = at + random.nextInt(text.length() - at + 1);
    char c = INSERTS.charAt(random.nextInt(INSERTS.length()));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + c + text.substring(at + 1);
      case 1 -> text.substring(0, at) + c + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(at + 1);
      case 3 -> text.substring(0, at) + text.substring(to);
      case 4 -> text.substring(0, to) + text.substring(at);
      default -> text.substring(0, at) + text.charAt(to % text.length()) + text.substring(at + 1);
    };
  }
}
