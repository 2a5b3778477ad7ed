package io.github.consentgateway.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many tokens were not believed, by reason. Thread-safe. */
final class TokenCounts {

  private final LongAdder[] adders =
      Stream.generate(LongAdder::new).limit(TokenDefect.values().length).toArray(LongAdder[]::new);

  void add(TokenDefect defect) {
    adders[defect.ordinal()].increment();
  }

  /** The figures so far, one for each reason. */
  Map<TokenDefect, Long> snapshot() {
    Map<TokenDefect, Long> counts = new EnumMap<>(TokenDefect.class);
    for (TokenDefect defect : TokenDefect.values()) {
      counts.put(defect, adders[defect.ordinal()].sum());
    }
    return counts;
  }
}
