package io.github.consentgateway.cookie;

/** What reading a {@code Set-Cookie} field yields: a cookie, or the reason why there is none. */
public sealed interface ParsedCookie permits SetCookie, ParsedCookie.Malformed {

  /** A field that no cookie may be made of. */
  record Malformed(Defect defect) implements ParsedCookie {}

  /** Why a field is no cookie. */
  enum Defect {
    /** A control character other than a tab. */
    CONTROL_CHARACTER,
    /** A character above U+00FF, which containers write as another one. */
    UNENCODABLE,
    /** No name. */
    NAMELESS,
    /** Name and value together above 4096 octets. */
    TOO_LARGE,
    /** A name, value or attribute given by itself that contains a delimiter of the field. */
    DELIMITER
  }
}
