package io.github.consentgateway.demo.gate;

import jakarta.servlet.http.HttpServletRequest;

/** Tells what the visitor of an exchange has agreed to. */
@FunctionalInterface
public interface Grants {

  /** Whether the visitor agreed to {@code purpose}, an id of {@code consent.yaml}. */
  boolean allows(HttpServletRequest request, String purpose);
}
