package io.github.consentgateway.containers;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.servlet.ConsentFilter;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The gate itself, with the example policy and a key of its own. */
final class RealGate {

  private static final TokenKeys KEYS = TokenKeys.random();
  private static final Clock CLOCK = Clock.systemUTC();

  private RealGate() {}

  static OpenGate filter() {
    ConsentGateway gateway = gateway();
    return OpenGate.withFilter(() -> new ConsentFilter(gateway), consent(gateway.policy()));
  }

  static OpenGate handler() {
    ConsentGateway gateway = gateway();
    return OpenGate.withHandler(
        guarded -> new ConsentHandler(gateway, guarded), consent(gateway.policy()));
  }

  static OpenGate both() {
    ConsentGateway gateway = gateway();
    return new OpenGate(
        Optional.of(() -> new ConsentFilter(gateway)),
        guarded -> new ConsentHandler(gateway, guarded),
        consent(gateway.policy()));
  }

  private static ConsentGateway gateway() {
    return ConsentGateway.builder()
        .policy(yaml(), "example-consent.yaml")
        .keys(KEYS)
        .clock(CLOCK)
        .build();
  }

  private static String yaml() {
    try (InputStream in = RealGate.class.getResourceAsStream("/example-consent.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cookie of a visitor who has said yes to audience measurement and no to chat. */
  private static String consent(ConsentPolicy policy) {
    Choice choice =
        new Choice(
            LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC),
            policy.fingerprint(),
            Map.of("audience", 1),
            Map.of("chat", 1),
            "fr",
            false,
            Optional.of(ConsentTokens.newConsentId()));
    ConsentTokens tokens =
        new ConsentTokens(policy.site(), known -> Consent.undecided(), KEYS, CLOCK);
    String line = tokens.issue(choice).text();
    return line.substring(0, line.indexOf(';'));
  }
}
