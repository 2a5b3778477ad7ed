package io.github.consentgateway.token;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys in force at one time: the first one signs, all of them verify. Immutable; two rings are
 * the same only if they are one object.
 */
public final class KeyRing {

  private final List<TokenKey> keys;

  private KeyRing(List<TokenKey> keys) {
    this.keys = keys;
  }

  /**
   * The ring of {@code keys}, the signing key first.
   *
   * @throws IllegalArgumentException if there is no key or two have the same name
   */
  public static KeyRing of(TokenKey... keys) {
    return of(Arrays.asList(keys));
  }

  /**
   * The ring of {@code keys}, the signing key first.
   *
   * @throws IllegalArgumentException if there is no key or two have the same name
   */
  static KeyRing of(List<TokenKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a key ring needs a key that signs");
    }
    if (keys.stream().map(TokenKey::kid).distinct().count() != keys.size()) {
      throw new IllegalArgumentException("two keys of a ring have the same kid");
    }
    return new KeyRing(List.copyOf(keys));
  }

  /** The key that signs what is issued now. */
  TokenKey signing() {
    return keys.get(0);
  }

  /** Every key that verifies, the signing key first. */
  List<TokenKey> keys() {
    return keys;
  }

  /** Names the keys and shows nothing of them. */
  @Override
  public String toString() {
    return keys.stream().map(TokenKey::kid).collect(Collectors.joining(", ", "KeyRing[", "]"));
  }
}
