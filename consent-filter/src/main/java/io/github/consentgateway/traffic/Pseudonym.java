package io.github.consentgateway.traffic;

import java.util.Base64;

/**
 * What stands for a client, or for its network, on one day: 96 bits that say nothing without the
 * key of that day, which is destroyed. Nobody but this package can make one, so that nothing else
 * can be taken for it. Immutable.
 */
public final class Pseudonym extends Term {

  private static final int BYTES = 12;

  private Pseudonym(String text) {
    super(text);
  }

  /** The first 96 bits of a keyed hash. */
  static Pseudonym of(byte[] mac) {
    byte[] first = java.util.Arrays.copyOf(mac, BYTES);
    return new Pseudonym(Base64.getUrlEncoder().withoutPadding().encodeToString(first));
  }

  /** Base64url, 16 characters. */
  @Override
  public String text() {
    return super.text();
  }
}
