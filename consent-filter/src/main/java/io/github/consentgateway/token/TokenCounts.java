package io.github.consentgateway.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many tokens were not believed, by reason. Thread-safe. */
final class TokenCounts {

  private final Map<TokenDefect, LongAdder> adders = new EnumMap<>(TokenDefect.class);

  TokenCounts() {
    for (TokenDefect defect : TokenDefect.values()) {
      adders.put(defect, new LongAdder());
    }
  }

  void add(TokenDefect defect) {
    Objects.requireNonNull(adders.get(defect)).increment();
  }

  /** The figures so far, one for each reason. */
  Map<TokenDefect, Long> snapshot() {
    Map<TokenDefect, Long> counts = new EnumMap<>(TokenDefect.class);
    adders.forEach((defect, count) -> counts.put(defect, count.sum()));
    return counts;
  }
}
