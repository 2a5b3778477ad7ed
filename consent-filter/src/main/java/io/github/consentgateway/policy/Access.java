package io.github.consentgateway.policy;

/** What an application may know of a cookie that came with a request. */
public enum Access {
  /** An exempt cookie: always visible. */
  OPEN,
  /** Visible because all its purposes are granted, or because nobody objects to it. */
  GRANTED,
  /** Hidden because a purpose is not granted, or because the visitor objects. */
  DENIED,
  /** Hidden because it is a well-known tracker that the policy does not register. */
  TRACKER,
  /** Hidden because the policy does not know it, or because it is the gateway's own. */
  UNKNOWN;

  /** Whether the application sees the cookie. */
  public boolean visible() {
    return this == OPEN || this == GRANTED;
  }
}
