package io.github.consentgateway.cookie;

/** A date as Firefox reads it. */
final class FreeDate {
  FreeDate(String text) {}

  long read() {
    return SetCookie.NONE;
  }
}
