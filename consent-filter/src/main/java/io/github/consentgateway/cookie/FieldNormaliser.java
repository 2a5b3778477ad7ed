package io.github.consentgateway.cookie;

import io.github.consentgateway.cookie.ParsedCookie.Defect;
import io.github.consentgateway.cookie.ParsedCookie.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads any field by the algorithm of <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6">RFC
 * 6265bis, section 5.6</a> and writes it anew in our own form: of each attribute the last, in the
 * order of the first, without what browsers ignore.
 */
final class FieldNormaliser {
  /** Characters of name and value together. */
  static final int LARGEST_PAIR = 4096;

  /** Characters of an attribute's value; a longer one makes browsers ignore the attribute. */
  static final int LONGEST_VALUE = 1024;

  /** Attributes that no browser knows; more of them are left out. */
  static final int MOST_UNKNOWN = 23;

  /** 2026-01-01: no clock that this code runs under is earlier. */
  private static final long PAST = 1_767_225_600L;

  private final String text;
  private final List<Part> attributes = new ArrayList<>();
  private int unknown;

  private record Part(@Nullable KnownAttribute known, String name, String value) {}

  private FieldNormaliser(String text) {
    this.text = text;
  }

  /** Reads a field of octets without control characters. */
  static ParsedCookie read(String text) {
    return new FieldNormaliser(text).read();
  }

  private ParsedCookie read() {
    int end = until(0);
    int equals = text.indexOf('=');
    if (equals < 0 || equals > end) {
      return new Malformed(Defect.NAMELESS);
    }
    String name = Characters.trimmed(text, 0, equals);
    String value = Characters.trimmed(text, equals + 1, end);
    Optional<Defect> defect = defect(name, value);
    if (defect.isPresent()) {
      return new Malformed(defect.get());
    }
    readAttributes(end);
    resolveLifetime();
    return cookie(name, value);
  }

  private static Optional<Defect> defect(String name, String value) {
    if (name.isEmpty()) {
      return Optional.of(Defect.NAMELESS);
    }
    if (name.length() + value.length() > LARGEST_PAIR) {
      return Optional.of(Defect.TOO_LARGE);
    }
    // Chromium reads the octets of a name as UTF-8, Firefox as Latin-1: two names, not one.
    return Characters.isAscii(Characters.union(name))
        ? Optional.empty()
        : Optional.of(Defect.UNENCODABLE);
  }

  private void readAttributes(int from) {
    int at = from;
    while (at < text.length()) {
      int end = until(at + 1);
      readAttribute(at + 1, end);
      at = end;
    }
  }

  private void readAttribute(int from, int to) {
    int equals = from;
    while (equals < to && text.charAt(equals) != '=') {
      equals++;
    }
    String name = Characters.trimmed(text, from, equals);
    String value = Characters.trimmed(text, Math.min(equals + 1, to), to);
    if (value.length() <= LONGEST_VALUE
        && name.length() <= LONGEST_VALUE
        && Characters.isToken(name, 0, name.length())) {
      put(name, value);
    }
  }

  private void put(String name, String value) {
    KnownAttribute known = KnownAttribute.named(name, 0, name.length());
    Part part = new Part(known, known == null ? name : known.label, value);
    int earlier = indexOf(part.name);
    if (earlier >= 0) {
      attributes.set(earlier, part);
    } else if (known != null || ++unknown <= MOST_UNKNOWN) {
      attributes.add(part);
    }
  }

  /** Where the list, which is short, has an attribute of that name; or -1. */
  private int indexOf(String name) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name.equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Lets {@code Expires} decide where a browser may not read {@code Max-Age} and it is longer. */
  private void resolveLifetime() {
    int maxAge = indexOf(KnownAttribute.MAX_AGE.label);
    int expires = indexOf(KnownAttribute.EXPIRES.label);
    if (maxAge >= 0 && expires >= 0 && MaxAge.isDoubtful(attributes.get(maxAge).value)) {
      long instant = CookieDate.parse(attributes.get(expires).value);
      if (instant != SetCookie.NONE
          && instant - PAST > MaxAge.parse(attributes.get(maxAge).value)) {
        attributes.remove(maxAge);
      }
    }
  }

  private SetCookie cookie(String name, String value) {
    StringBuilder field = new StringBuilder(text.length()).append(name).append('=').append(value);
    for (Part part : attributes) {
      append(field, part);
    }
    String written = field.toString();
    String same = written.equals(text) ? text : written;
    return Objects.requireNonNull(CanonicalField.read(same, new Octets(same)));
  }

  private static void append(StringBuilder field, Part part) {
    Optional<String> value =
        part.known == null ? Optional.of(part.value) : part.known.normalise(part.value);
    value.ifPresent(
        written -> {
          field.append("; ").append(part.name);
          if (!written.isEmpty()) {
            field.append('=').append(written);
          }
        });
  }

  private int until(int from) {
    int semicolon = text.indexOf(';', from);
    return semicolon < 0 ? text.length() : semicolon;
  }
}
