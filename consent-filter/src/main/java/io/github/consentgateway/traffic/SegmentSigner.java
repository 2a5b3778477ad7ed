package io.github.consentgateway.traffic;

import java.util.Optional;

/** Signs where segments end, with keys that others can verify by. */
public interface SegmentSigner {

  /** The payload, signed, as a compact JWS. */
  String sign(String payload);

  /** The payload that a known key has signed so; empty for anything else. */
  Optional<String> verified(String jws);
}
