package io.github.consentgateway.token;

/**
 * The source of the keys that sign and verify our cookies, as they stand now. It is asked on every
 * request and therefore answers from memory, without blocking and without throwing.
 *
 * <p>The answer is a snapshot: as long as nothing has changed the same {@link KeyRing} object is
 * returned, and a change is a new object. What was verified under an older ring is verified again,
 * so a key that is taken away takes its tokens with it at once.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface TokenKeys {

  /** The keys in force; the same object until they change. */
  KeyRing ring();

  /** Keys that never change. */
  static TokenKeys of(KeyRing ring) {
    return () -> ring;
  }

  /**
   * One random key that lives as long as this process: after a restart every visitor is asked
   * again. For tests and trials.
   */
  static TokenKeys random() {
    return of(KeyRing.of(TokenKey.random()));
  }
}
