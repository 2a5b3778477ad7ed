package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.KeyRing;
import io.github.consentgateway.token.TokenKey;
import io.github.consentgateway.token.TokenKeys;
import java.security.SecureRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A gateway with what is needed and nothing else, to which tests add settings. */
final class LeastGateway {

  private static final TokenKey KEY =
      TokenKey.of("of-this-test", new SecureRandom().generateSeed(32));

  private LeastGateway() {}

  static ConsentGatewayBuilder least() {
    return ConsentGateway.builder()
        .policy(Stage.yaml(), "consent.yaml")
        .keys(TokenKeys.of(KeyRing.of(KEY)))
        .ledger(ConsentLedger.inMemory());
  }

  static <T> T ask(
      UnaryOperator<ConsentGatewayBuilder> setting, Function<ConsentGateway, T> question) {
    try (ConsentGateway gateway = setting.apply(least()).build()) {
      return question.apply(gateway);
    }
  }

  static String refusal(ConsentGatewayBuilder builder) {
    return String.valueOf(assertThrows(SetupException.class, builder::build).getMessage());
  }
}
