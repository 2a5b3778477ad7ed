package io.github.consentgateway.gateway;

import io.github.consentgateway.record.Signer;
import io.github.consentgateway.token.SigningKeys;
import java.util.Optional;

/** Lets the ledger sign with keys that it does not know. Thread-safe. */
public record EvidenceSigner(SigningKeys keys) implements Signer {

  @Override
  public String sign(String type, String payload) {
    return keys.sign(type, payload);
  }

  @Override
  public Optional<String> verified(String type, String jws) {
    return keys.verified(type, jws);
  }
}
