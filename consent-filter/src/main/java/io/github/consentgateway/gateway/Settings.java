package io.github.consentgateway.gateway;

import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.token.TokenKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The settings of a gateway once they are known to be good. */
record Settings(
    Supplier<ConsentPolicy> source,
    TokenKeys keys,
    List<BooleanSupplier> changes,
    ConsentPages pages,
    Evidence evidence,
    Optional<Traffic> traffic,
    Runnable ending,
    String base,
    int grantsPerMinute,
    Clock clock) {

  ConsentPolicy policy() {
    return source.get();
  }

  /** Looks at every file; returns whether any has changed. */
  boolean refresh() {
    boolean changed = false;
    for (BooleanSupplier change : changes) {
      changed |= change.getAsBoolean();
    }
    return changed;
  }
}
