package io.github.consentgateway.demo.audit;

/** What a visitor has said. */
public enum State {
  UNDECIDED,
  REFUSED,
  ACCEPTED
}
