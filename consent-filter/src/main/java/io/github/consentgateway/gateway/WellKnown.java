package io.github.consentgateway.gateway;

import io.github.consentgateway.token.SigningKeys;
import java.util.Optional;

/**
 * What machines find at fixed addresses (<a href="https://www.rfc-editor.org/rfc/rfc8615">RFC
 * 8615</a>): the support of the signal, what visitors are shown, and the keys that verify receipts.
 *
 * @param keys whose public halves are published
 */
record WellKnown(SigningKeys keys) {

  private static final String PREFIX = "/.well-known/";
  private static final String DAY = "public, max-age=86400";
  private static final String MINUTES = "public, max-age=300";

  Optional<Answer> answer(String path, Visit visit) {
    return path.startsWith(PREFIX)
        ? named(path.substring(PREFIX.length()), visit)
        : Optional.empty();
  }

  private Optional<Answer> named(String name, Visit visit) {
    return switch (name) {
      case "gpc.json" ->
          json("application/json", Signal.support(visit.gate().policy().version()), DAY);
      case "consent-manifest.json" ->
          json("application/json", visit.gate().showing().manifest().json(), MINUTES);
      case "consent-receipt-keys.json" -> json("application/jwk-set+json", keys.publicKeys(), DAY);
      default -> Optional.empty();
    };
  }

  private static Optional<Answer> json(String type, String text, String caching) {
    return Optional.of(Answer.of(200, type, text).with("Cache-Control", caching));
  }
}
