package io.github.consentgateway.gateway;

import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.page.Manifest;
import io.github.consentgateway.policy.ConsentPolicy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What visitors are shown under one policy; worked out when it is first asked for. Thread-safe. */
final class Showing {

  private final ConsentPages pages;
  private final ConsentPolicy policy;
  private final String base;
  private @Nullable Manifest manifest;
  private boolean published;

  Showing(ConsentPages pages, ConsentPolicy policy, String base) {
    this.pages = pages;
    this.policy = policy;
    this.base = base;
  }

  synchronized Manifest manifest() {
    Manifest known = manifest;
    if (known == null) {
      known = pages.manifest(policy, base);
      manifest = known;
    }
    return known;
  }

  /** Hands it out until that has succeeded once. */
  synchronized void publishOnce(Consumer<Manifest> publisher) {
    if (!published) {
      publisher.accept(manifest());
      published = true;
    }
  }
}
