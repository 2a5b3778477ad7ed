package io.github.consentgateway.demo.shop;

import org.eclipse.jetty.io.QuietException;

/** A failure that the demo provokes itself, which therefore is no news for the server's log. */
public final class OnPurpose extends RuntimeException implements QuietException {
  private static final long serialVersionUID = 1;

  /** Fails at {@code place}. */
  public OnPurpose(String place) {
    super("on purpose, at " + place);
  }
}
