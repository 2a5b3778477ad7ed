package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trailer fields without those that the gate has a say in: none of them belongs in a trailer. */
record GuardedTrailers(Supplier<Map<String, String>> application, Exchange exchange)
    implements Supplier<@Nullable Map<String, String>> {

  @Override
  public @Nullable Map<String, String> get() {
    Map<String, String> offered = application.get();
    if (offered == null) {
      return null;
    }
    Map<String, String> kept = new LinkedHashMap<>(offered);
    kept.keySet().removeIf(exchange::gates);
    return kept;
  }
}
