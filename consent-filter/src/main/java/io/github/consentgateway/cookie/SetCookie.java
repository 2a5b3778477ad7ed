package io.github.consentgateway.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One {@code Set-Cookie} field as browsers read it, in our own text. Where browsers read different
 * lives in the text given, the longest counts, and our text says it to all of them. Immutable.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis">RFC
 *     6265bis</a>
 */
public final class SetCookie implements ParsedCookie {
  /** No such number. */
  static final long NONE = Long.MIN_VALUE;

  private final String text;
  private final int nameEnd;
  private final int valueEnd;
  private final int known;
  private final long maxAge;
  private final long expires;

  /** Puts a cookie together from its parts. */
  public static final class Builder {
    private final StringBuilder field;
    private final PartCheck check = new PartCheck();

    private Builder(String name, String value) {
      check.name(name);
      check.value(value);
      field = new StringBuilder(name).append('=').append(value);
    }

    /**
     * Adds an attribute; a later one replaces an earlier one of the same name, and an empty value
     * makes a flag. What browsers ignore is left out.
     */
    public Builder attribute(String name, String value) {
      check.name(name);
      check.value(value);
      field.append("; ").append(name).append(value.isEmpty() ? "" : "=").append(value);
      return this;
    }

    /** Adds an attribute without a value. */
    public Builder flag(String name) {
      return attribute(name, "");
    }

    /** Sets {@code Max-Age} and {@code Expires} consistently; no life left makes a deletion. */
    public Builder lifetime(Duration lifetime, Instant now) {
      long seconds = Lifetime.seconds(lifetime);
      return attribute(KnownAttribute.MAX_AGE.label, Long.toString(seconds))
          .attribute(KnownAttribute.EXPIRES.label, ImfDate.format(Lifetime.end(seconds, now)));
    }

    /** The cookie, or why it is none. */
    public ParsedCookie build() {
      return check
          .defect()
          .<ParsedCookie>map(Malformed::new)
          .orElseGet(() -> parse(field.toString()));
    }
  }

  SetCookie(String text, int nameEnd, int valueEnd, int known, long maxAge, long expires) {
    this.text = text;
    this.nameEnd = nameEnd;
    this.valueEnd = valueEnd;
    this.known = known;
    this.maxAge = maxAge;
    this.expires = expires;
  }

  /** Reads a field value in time linear in its length. Never throws. */
  public static ParsedCookie parse(String text) {
    Octets octets = new Octets(text);
    SetCookie unchanged = octets.isPlain() ? CanonicalField.read(text, octets) : null;
    return unchanged == null ? parseWithCare(text) : unchanged;
  }

  private static ParsedCookie parseWithCare(String text) {
    int union = Characters.union(text);
    if (union == Characters.CONTROL) {
      return new Malformed(Defect.CONTROL_CHARACTER);
    }
    return Characters.isEncodable(union)
        ? FieldNormaliser.read(text)
        : new Malformed(Defect.UNENCODABLE);
  }

  /** Starts a cookie from its parts, which must not contain delimiters of the field. */
  public static Builder builder(String name, String value) {
    return new Builder(name, value);
  }

  /** The name, in ASCII and never empty. */
  public String name() {
    return text.substring(0, nameEnd);
  }

  /** The value as it stands, quotes included. */
  public String value() {
    return text.substring(nameEnd + 1, valueEnd);
  }

  /** How long a browser would keep the cookie from {@code now} on; empty for a session cookie. */
  public Optional<Duration> lifetime(Instant now) {
    if (maxAge != NONE) {
      return Optional.of(Duration.ofSeconds(maxAge));
    }
    if (expires == NONE) {
      return Optional.empty();
    }
    return Optional.of(isDeletion(now) ? Duration.ZERO : Lifetime.until(expires, now));
  }

  /** Whether the cookie has a life of its own, and so outlasts the browser session. */
  public boolean isPersistent() {
    return maxAge != NONE || expires != NONE;
  }

  /** Whether the cookie asks to be removed: no life left at {@code now}. */
  public boolean isDeletion(Instant now) {
    if (maxAge != NONE) {
      return maxAge == 0;
    }
    return expires != NONE && expires <= now.getEpochSecond();
  }

  /**
   * Whether {@code Expires} names a time after {@code end}. With a shorter {@code Max-Age} beside
   * it browsers do not follow it, yet software that knows no {@code Max-Age} would.
   */
  public boolean expiresAfter(Instant end) {
    return expires != NONE && expires > end.getEpochSecond();
  }

  /** The value of an attribute, matched without regard to case; empty string for a flag. */
  public Optional<String> attribute(String name) {
    int to;
    for (int at = valueEnd; at < text.length(); at = to) {
      int from = at + 2;
      to = end(from);
      int equals = text.indexOf('=', from);
      int nameTo = equals < 0 ? to : Math.min(equals, to);
      if (nameTo - from == name.length()
          && text.regionMatches(true, from, name, 0, nameTo - from)) {
        return Optional.of(text.substring(Math.min(nameTo + 1, to), to));
      }
    }
    return Optional.empty();
  }

  /** Whether the cookie travels over secure connections only. */
  public boolean secure() {
    return has(KnownAttribute.SECURE);
  }

  /** Whether the cookie is hidden from scripts. */
  public boolean httpOnly() {
    return has(KnownAttribute.HTTP_ONLY);
  }

  /** Whether the cookie is kept apart for each top-level site. */
  public boolean partitioned() {
    return has(KnownAttribute.PARTITIONED);
  }

  /** The domain as written, a leading dot included; never the empty string. */
  public Optional<String> domain() {
    return value(KnownAttribute.DOMAIN);
  }

  /** The path, starting with a slash. */
  public Optional<String> path() {
    return value(KnownAttribute.PATH);
  }

  /** {@code Strict}, {@code Lax} or {@code None}. */
  public Optional<String> sameSite() {
    return value(KnownAttribute.SAME_SITE);
  }

  /** The same cookie with this life in whole seconds, counted from {@code now}. */
  public SetCookie withLifetime(Duration lifetime, Instant now) {
    long seconds = Lifetime.seconds(lifetime);
    long instant = Lifetime.end(seconds, now);
    String written = Lifetime.write(text, valueEnd, known, seconds, instant);
    int bits = known | KnownAttribute.MAX_AGE.bit | KnownAttribute.EXPIRES.bit;
    return new SetCookie(written, nameEnd, valueEnd, bits, seconds, instant);
  }

  /** The same cookie without a life of its own: it ends with the browser session. */
  public SetCookie asSession() {
    String written = Lifetime.remove(text, valueEnd, known);
    int bits = known & ~(KnownAttribute.MAX_AGE.bit | KnownAttribute.EXPIRES.bit);
    return new SetCookie(written, nameEnd, valueEnd, bits, NONE, NONE);
  }

  /** The same cookie with an empty value. */
  public SetCookie withoutValue() {
    String written = text.substring(0, nameEnd + 1) + text.substring(valueEnd);
    return new SetCookie(written, nameEnd, nameEnd + 1, known, maxAge, expires);
  }

  /** The same cookie with {@code Secure}. */
  public SetCookie withSecure() {
    int bits = known | KnownAttribute.SECURE.bit;
    return secure()
        ? this
        : new SetCookie(text + "; Secure", nameEnd, valueEnd, bits, maxAge, expires);
  }

  /** The field value to send; the very string that was parsed if we would write it so. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SetCookie cookie && text.equals(cookie.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Name and attributes for a log, without the value. */
  @Override
  public String toString() {
    return name() + text.substring(valueEnd);
  }

  private boolean has(KnownAttribute attribute) {
    return (known & attribute.bit) != 0;
  }

  private Optional<String> value(KnownAttribute attribute) {
    return has(attribute) ? attribute(attribute.label) : Optional.empty();
  }

  private int end(int from) {
    int semicolon = text.indexOf(';', from);
    return semicolon < 0 ? text.length() : semicolon;
  }
}
