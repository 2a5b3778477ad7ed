package io.github.consentgateway.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One {@code Set-Cookie} field as browsers read it. Immutable. */
public final class SetCookie implements ParsedCookie {

  /** Puts a cookie together from its parts. */
  public static final class Builder {
    /** Adds an attribute; a later one replaces an earlier one of the same name. */
    public Builder attribute(String name, String value) {
      throw new UnsupportedOperationException();
    }

    /** Adds an attribute without a value. */
    public Builder flag(String name) {
      throw new UnsupportedOperationException();
    }

    /** Sets {@code Max-Age} and {@code Expires} consistently. */
    public Builder lifetime(Duration lifetime, Instant now) {
      throw new UnsupportedOperationException();
    }

    /** The cookie, or why it is none. */
    public ParsedCookie build() {
      throw new UnsupportedOperationException();
    }
  }

  private SetCookie() {}

  /** Reads a field value. */
  public static ParsedCookie parse(String text) {
    throw new UnsupportedOperationException();
  }

  /** Starts a cookie from its parts. */
  public static Builder builder(String name, String value) {
    throw new UnsupportedOperationException();
  }

  public String name() {
    throw new UnsupportedOperationException();
  }

  public String value() {
    throw new UnsupportedOperationException();
  }

  /** How long a browser would keep the cookie from {@code now} on; empty for a session cookie. */
  public Optional<Duration> lifetime(Instant now) {
    throw new UnsupportedOperationException();
  }

  /** Whether the cookie asks to be removed: no life left at {@code now}. */
  public boolean isDeletion(Instant now) {
    throw new UnsupportedOperationException();
  }

  /** The value of an attribute, matched without regard to case; empty string for a flag. */
  public Optional<String> attribute(String name) {
    throw new UnsupportedOperationException();
  }

  public boolean secure() {
    throw new UnsupportedOperationException();
  }

  public boolean httpOnly() {
    throw new UnsupportedOperationException();
  }

  public boolean partitioned() {
    throw new UnsupportedOperationException();
  }

  public Optional<String> domain() {
    throw new UnsupportedOperationException();
  }

  public Optional<String> path() {
    throw new UnsupportedOperationException();
  }

  public Optional<String> sameSite() {
    throw new UnsupportedOperationException();
  }

  /** The same cookie with this life, counted from {@code now}. */
  public SetCookie withLifetime(Duration lifetime, Instant now) {
    throw new UnsupportedOperationException();
  }

  /** The same cookie with another value. */
  public SetCookie withoutValue() {
    throw new UnsupportedOperationException();
  }

  /** The same cookie with {@code Secure}. */
  public SetCookie withSecure() {
    throw new UnsupportedOperationException();
  }

  /** The field value to send. */
  public String text() {
    throw new UnsupportedOperationException();
  }
}
