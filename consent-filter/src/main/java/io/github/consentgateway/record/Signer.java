package io.github.consentgateway.record;

import java.util.Optional;

/**
 * Signs what others are to verify: the heads of the ledger's chains, receipts, certificates. It
 * answers from memory. Implementations are thread-safe.
 */
public interface Signer {

  /**
   * A compact JWS (<a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, section
   * 3.1</a>) over {@code payload}.
   *
   * @param type what is signed, as the header {@code typ} says it
   */
  String sign(String type, String payload);

  /** The payload of a JWS of this type, if one of the known keys has signed it. */
  Optional<String> verified(String type, String jws);
}
