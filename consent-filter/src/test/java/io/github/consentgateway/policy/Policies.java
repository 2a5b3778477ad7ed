package io.github.consentgateway.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The policy that tests judge by, and choices under it. */
final class Policies {

  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String PLACE = "consent.yaml";
  static final String YAML = resource("/policy/valid.yaml");

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

  static Choice choice(Map<String, Integer> granted, Map<String, Integer> refused) {
    return new Choice(
        LocalDate.of(2026, 11, 1),
        "fingerprint",
        granted,
        refused,
        "fr",
        false,
        granted.isEmpty() ? Optional.empty() : Optional.of("AAAAAAAAAAAAAAAAAAAAAA"));
  }

  /** What a policy makes of a visitor who accepted these purposes and declined the others. */
  static Consent granting(ConsentPolicy policy, String... ids) {
    Map<String, Integer> granted = new java.util.HashMap<>();
    Map<String, Integer> refused = new java.util.HashMap<>();
    for (Purpose purpose : policy.purposes()) {
      boolean given = java.util.List.of(ids).contains(purpose.id());
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
