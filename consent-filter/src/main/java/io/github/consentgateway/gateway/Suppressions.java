package io.github.consentgateway.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.consentgateway.policy.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells the operator what the gate has dropped or shortened: a counter for each reason, and one log
 * line an hour for each name and reason. Names only, never a value, and no more names than a fixed
 * bound, since an attacker may invent them.
 */
final class Suppressions {

  /** What has happened to the thing reported. */
  enum Effect {
    DROPPED("dropped"),
    SHORTENED("shortened");

    private final String word;

    Effect(String word) {
      this.word = word;
    }
  }

  private static final Logger LOG = System.getLogger("io.github.consentgateway");
  private static final int LONGEST_NAME = 64;

  private record Told(Reason reason, String name) {}

  private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
  private final Cache<Told, Boolean> told =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(1)).build();

  private final Cache<String, Boolean> rivals =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofHours(1)).build();

  private final Cache<String, Boolean> faults =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofHours(1)).build();

  Suppressions() {
    for (Reason reason : Reason.values()) {
      counts.put(reason, new LongAdder());
    }
  }

  void report(Effect effect, Reason reason, String name) {
    count(reason).increment();
    Told key = new Told(reason, name.length() > LONGEST_NAME ? "" : name);
    if (LOG.isLoggable(Level.INFO) && told.getIfPresent(key) == null) {
      told.put(key, true);
      LOG.log(Level.INFO, "{0} name={1} reason={2}", effect.word, printable(name), reason);
    }
  }

  /** Tells once an hour that something of ours has failed; cookies stay blocked meanwhile. */
  void fault(RuntimeException failure) {
    String kind = failure.getClass().getName();
    if (faults.asMap().putIfAbsent(kind, true) == null) {
      LOG.log(Level.WARNING, "The gate cannot decide and drops the cookie: " + kind, failure);
    }
  }

  /** Tells once an hour that pages have a consent interface of somebody else beside ours. */
  void rival(String name) {
    if (rivals.asMap().putIfAbsent(name, true) == null) {
      LOG.log(
          Level.WARNING,
          "Pages have a second consent interface, known by {0}: visitors must not be asked twice"
              + " (CNIL, SAN-2025-005); take it out",
          name);
    }
  }

  Map<Reason, Long> counts() {
    Map<Reason, Long> snapshot = new EnumMap<>(Reason.class);
    counts.forEach((reason, count) -> snapshot.put(reason, count.sum()));
    return snapshot;
  }

  private LongAdder count(Reason reason) {
    return Objects.requireNonNull(counts.get(reason));
  }

  /** The name with everything but visible ASCII escaped, so that a log line stays one line. */
  static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length() && i < LONGEST_NAME; i++) {
      char c = name.charAt(i);
      if (c > ' ' && c < 0x7F && c != '\\') {
        shown.append(c);
      } else {
        shown.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return name.length() > LONGEST_NAME ? shown + "…" : shown.toString();
  }
}
