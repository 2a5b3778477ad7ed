package io.github.consentgateway.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many tokens were not believed, by reason. Thread-safe. */
final class TokenCounts {

  private final Map<TokenDefect, LongAdder> adders = new ConcurrentHashMap<>();

  void add(TokenDefect defect) {
    adder(defect).increment();
  }

  /** The figures so far, one for each reason. */
  Map<TokenDefect, Long> snapshot() {
    Map<TokenDefect, Long> counts = new EnumMap<>(TokenDefect.class);
    for (TokenDefect defect : TokenDefect.values()) {
      counts.put(defect, adder(defect).sum());
    }
    return counts;
  }

  private LongAdder adder(TokenDefect defect) {
    return adders.computeIfAbsent(defect, unused -> new LongAdder());
  }
}
