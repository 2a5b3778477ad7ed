package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policy that tests judge by, and choices under it. */
final class Policies {

  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String PLACE = "consent.yaml";
  static final String YAML = resource("/policy/valid.yaml");

  private static final Pattern QUOTED =
      Pattern.compile("(?:is|unknown key|unknown purpose|names) \"([^\"…]*)");

  private Policies() {}

  static ConsentPolicy valid() {
    return parse(YAML);
  }

  static ConsentPolicy parse(String yaml) {
    return ConsentPolicy.parse(yaml, PLACE, CLOCK);
  }

  /** The policy with one piece of its text replaced, which must be there. */
  static String with(String piece, String other) {
    if (!YAML.contains(piece)) {
      throw new IllegalArgumentException("not in the file: " + piece);
    }
    return YAML.replace(piece, other);
  }

  /** What is wrong with the policy after one piece of its text was replaced; {@code \\n} breaks. */
  static List<String> refusals(String piece, String other) {
    return refusals(with(piece, other.replace("\\n", "\n")));
  }

  static List<String> refusals(String yaml) {
    PolicyException refusal = assertThrows(PolicyException.class, () -> parse(yaml));
    List<String> lines = refusal.problems().stream().map(problem -> problem.in(PLACE)).toList();
    assertEquals(String.join("\n", lines), refusal.getMessage());
    assertEquals(lines, refusal.lines());
    refusal.problems().forEach(problem -> checkPlace(yaml, problem));
    return lines;
  }

  /** A value that a message quotes must stand where the message says. */
  private static void checkPlace(String yaml, Problem problem) {
    Matcher quoted = QUOTED.matcher(problem.message());
    if (quoted.find()) {
      String line = yaml.lines().skip(problem.line() - 1).findFirst().orElseThrow();
      String rest = line.substring(problem.column() - 1);
      assertTrue(rest.replaceFirst("^\"", "").startsWith(quoted.group(1)), problem::toString);
    }
  }

  static Choice choice(Map<String, Integer> granted, Map<String, Integer> refused) {
    return new Choice(
        LocalDate.of(2026, 11, 1),
        "fingerprint",
        "v1",
        granted,
        refused,
        Optional.empty(),
        "fr",
        false,
        granted.isEmpty() ? Optional.empty() : Optional.of("AAAAAAAAAAAAAAAAAAAAAA"));
  }

  /** What a policy makes of a visitor who accepted these purposes and declined the others. */
  static Consent granting(ConsentPolicy policy, String... ids) {
    Map<String, Integer> granted = new HashMap<>();
    Map<String, Integer> refused = new HashMap<>();
    for (Purpose purpose : policy.purposes()) {
      boolean given = List.of(ids).contains(purpose.id());
      (given ? granted : refused).put(purpose.id(), purpose.version());
    }
    return policy.standing(choice(granted, refused));
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Policies.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
