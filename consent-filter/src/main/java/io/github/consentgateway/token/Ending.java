package io.github.consentgateway.token;

/** Something that is no longer true from a second on. */
interface Ending {

  /** The first second, since 1970 in UTC, at which it no longer holds. */
  long endsAt();
}
