package io.github.consentgateway.traffic;

/** Where the address of a client was taken from. */
public enum ClientSource {
  /** The connection itself. */
  DIRECT,
  /** The {@code Forwarded} field of a trusted proxy. */
  FORWARDED,
  /** The {@code X-Forwarded-For} field of a trusted proxy. */
  X_FORWARDED_FOR,
  /** Nothing that could be read as an address: there is no pseudonym. */
  INVALID
}
