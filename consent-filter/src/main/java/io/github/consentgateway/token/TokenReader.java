package io.github.consentgateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tokens of one type into what they say, and remembers it. Thread-safe.
 *
 * <p>Only tokens that have been verified enter the cache, so nobody without a key can grow it or
 * push others out; it holds {@value #CACHED} of them. An entry counts only for the very token that
 * was verified, under the keys in force, before its end.
 */
final class TokenReader<V extends Ending> {

  static final int CACHED = 10_000;

  /** A token that is found by its last characters, which its signature has made random. */
  record Key(String token) {
    private static final int TAIL = 12;

    @Override
    public int hashCode() {
      int hash = 0;
      for (int i = Math.max(0, token.length() - TAIL); i < token.length(); i++) {
        hash = 31 * hash + token.charAt(i);
      }
      return hash;
    }

    @Override
    public String toString() {
      return "Key[" + token.length() + " characters]";
    }
  }

  private record Entry<V>(Seals seals, V value) {}

  private final String typ;
  private final TokenKeys keys;
  private final Function<String, Reading<V>> claims;
  private final TokenCounts counts;
  private final Cache<Key, Entry<V>> cache =
      Caffeine.newBuilder().maximumSize(CACHED).executor(Runnable::run).build();
  private volatile Seals seals;

  /** Reads tokens of type {@code typ} whose verified claims {@code claims} understands. */
  TokenReader(String typ, TokenKeys keys, Function<String, Reading<V>> claims, TokenCounts counts) {
    this.typ = typ;
    this.keys = keys;
    this.claims = claims;
    this.counts = counts;
    this.seals = new Seals(typ, keys.ring());
  }

  private Seals seals() {
    KeyRing ring = keys.ring();
    Seals known = seals;
    if (known.isOf(ring)) {
      return known;
    }
    Seals fresh = new Seals(typ, ring);
    seals = fresh;
    return fresh;
  }

  /** A token with these claims, under the signing key. */
  String sign(String text) {
    return seals().sign(text);
  }

  /** What a token seen before says, without any cryptography. */
  @Nullable V known(String token, long epochSecond) {
    Entry<V> entry = cache.getIfPresent(new Key(token));
    return entry != null && entry.seals() == seals() && epochSecond < entry.value().endsAt()
        ? entry.value()
        : null;
  }

  /** Whether a token has the header of one of our keys. */
  boolean isSealed(String token) {
    return seals().sealOf(token) != null;
  }

  /** What a token says once its signature and its claims hold. Anything else is counted. */
  @Nullable V verified(String token) {
    Seals now = seals();
    Reading<V> reading = now.open(token).then(claims);
    if (reading instanceof Reading.Good<V> good) {
      cache.put(new Key(token), new Entry<>(now, good.value()));
      return good.value();
    }
    counts.add(((Reading.Bad<V>) reading).defect());
    return null;
  }

  /** The number of tokens held. */
  long cached() {
    cache.cleanUp();
    return cache.estimatedSize();
  }
}
