package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;

/** What a response field is to the gate, by its name. */
enum Field {
  /** A cookie. */
  SET_COOKIE,
  /** The obsolete kind, never sent: no browser needs it, some tools read it (RFC 6265, 9.4). */
  SET_COOKIE2,
  /** Not a field name at all; Chromium stores {@code "Set-Cookie "} all the same. */
  NO_TOKEN,
  /**
   * Makes the terminal store or send information without a cookie (CK-09; EDPB, guidelines 2/2023):
   * what the policy calls a {@linkplain ConsentPolicy#gatesHeader gated header}.
   */
  STORAGE,
  /** Caching rules that the gate may have to tighten. */
  CACHE_CONTROL,
  /** The names of request fields that the response depends on. */
  VARY,
  /** None of the gate's business. */
  FREE;

  static Field of(String name) {
    if (!FieldNames.isToken(name)) {
      return NO_TOKEN;
    }
    return switch (name.length()) {
      case 4 -> name.equalsIgnoreCase("Vary") ? VARY : FREE;
      case 10 -> name.equalsIgnoreCase("Set-Cookie") ? SET_COOKIE : FREE;
      case 11 -> name.equalsIgnoreCase("Set-Cookie2") ? SET_COOKIE2 : storage(name);
      case 13 -> name.equalsIgnoreCase("Cache-Control") ? CACHE_CONTROL : FREE;
      case 17 ->
          name.equalsIgnoreCase("CDN-Cache-Control") || name.equalsIgnoreCase("Surrogate-Control")
              ? CACHE_CONTROL
              : storage(name);
      default -> storage(name);
    };
  }

  private static Field storage(String name) {
    return ConsentPolicy.gatesHeader(name) ? STORAGE : FREE;
  }
}
