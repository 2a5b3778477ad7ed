package io.github.consentgateway.gateway;

import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.SegmentSigner;
import java.util.Optional;

/** Signs the segments of the traffic log with the keys that sign the ledger. */
public record EvidenceSegmentSigner(SigningKeys keys) implements SegmentSigner {

  private static final String TYPE = "consent-traffic-segment+jws";

  @Override
  public String sign(String payload) {
    return keys.sign(TYPE, payload);
  }

  @Override
  public Optional<String> verified(String jws) {
    return keys.verified(TYPE, jws);
  }
}
