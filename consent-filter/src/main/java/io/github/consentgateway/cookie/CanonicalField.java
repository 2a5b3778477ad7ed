package io.github.consentgateway.cookie;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the text that we write, and so learns in one pass what a browser reads in it. Every
 * {@link SetCookie} goes through here, whether its text came from us or from the application: what
 * this accepts is the whole of what can leave.
 */
final class CanonicalField {
  private final String text;
  private final int end;
  private int known;
  private int unknown;
  private long maxAge = SetCookie.NONE;
  private long expires = SetCookie.NONE;

  private CanonicalField(String text) {
    this.text = text;
    this.end = text.length();
  }

  /**
   * The cookie, or null if we would write the text differently. Control characters are not seen.
   */
  static @Nullable SetCookie read(String text) {
    return new CanonicalField(text).read();
  }

  private @Nullable SetCookie read() {
    int nameEnd = text.indexOf('=');
    int valueEnd = until(0);
    if (nameEnd < 1 || nameEnd > valueEnd || valueEnd - 1 > FieldNormaliser.LARGEST_PAIR) {
      return null;
    }
    if (!Octets.isTrimmed(text, 0, nameEnd) || !Octets.isTrimmed(text, nameEnd + 1, valueEnd)) {
      return null;
    }
    return readsAttributes(valueEnd)
        ? new SetCookie(text, nameEnd, valueEnd, known, maxAge, expires)
        : null;
  }

  private boolean readsAttributes(int valueEnd) {
    int at = valueEnd;
    while (at < end) {
      int from = at + 2;
      if (from >= end || text.charAt(at + 1) != ' ') {
        return false;
      }
      at = until(from);
      if (!readsAttribute(from, at)) {
        return false;
      }
    }
    return true;
  }

  private boolean readsAttribute(int from, int to) {
    return readsKnown(from, to) || readsOther(from, to);
  }

  private boolean readsKnown(int from, int to) {
    return switch (text.charAt(from)) {
      case 'D' -> readsDomain(from, to);
      case 'E' -> readsExpires(from, to);
      case 'H' -> isFlag(KnownAttribute.HTTP_ONLY, from, to);
      case 'M' -> readsMaxAge(from, to);
      case 'P' -> readsPath(from, to) || isFlag(KnownAttribute.PARTITIONED, from, to);
      case 'S' -> isFlag(KnownAttribute.SECURE, from, to) || readsSameSite(from, to);
      default -> false;
    };
  }

  private boolean readsDomain(int from, int to) {
    return from + 7 < to
        && text.startsWith("Domain=", from)
        && isValue(from + 7, to)
        && isOnce(KnownAttribute.DOMAIN);
  }

  private boolean readsPath(int from, int to) {
    return text.startsWith("Path=/", from) && isValue(from + 5, to) && isOnce(KnownAttribute.PATH);
  }

  private boolean isFlag(KnownAttribute flag, int from, int to) {
    return to - from == flag.label.length() && text.startsWith(flag.label, from) && isOnce(flag);
  }

  private boolean readsSameSite(int from, int to) {
    return text.startsWith("SameSite=", from)
        && isSameSite(from + 9, to)
        && isOnce(KnownAttribute.SAME_SITE);
  }

  private boolean isSameSite(int from, int to) {
    return switch (to - from) {
      case 3 -> text.startsWith("Lax", from);
      case 4 -> text.startsWith("None", from);
      case 6 -> text.startsWith("Strict", from);
      default -> false;
    };
  }

  private boolean readsMaxAge(int from, int to) {
    if (!text.startsWith("Max-Age=", from)) {
      return false;
    }
    maxAge = plainNumber(from + 8, to);
    return maxAge != SetCookie.NONE && isOnce(KnownAttribute.MAX_AGE);
  }

  private long plainNumber(int from, int to) {
    int length = to - from;
    if (length < 1 || length > 10 || (length > 1 && text.charAt(from) == '0')) {
      return SetCookie.NONE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Digits.isDigit(c)) {
        return SetCookie.NONE;
      }
      number = number * 10 + (c - '0');
    }
    return number > MaxAge.LONGEST ? SetCookie.NONE : number;
  }

  private boolean readsExpires(int from, int to) {
    if (!text.startsWith("Expires=", from)) {
      return false;
    }
    expires = ImfDate.read(text, from + 8, to);
    return expires != SetCookie.NONE && isOnce(KnownAttribute.EXPIRES);
  }

  /** Reads {@code Priority} or an attribute that browsers do not know. */
  private boolean readsOther(int from, int to) {
    int equals = from;
    while (equals < to && text.charAt(equals) != '=') {
      equals++;
    }
    return isName(from, equals) && (equals == to || (equals + 1 < to && isValue(equals + 1, to)));
  }

  private boolean isName(int from, int to) {
    if (to - from > FieldNormaliser.LONGEST_VALUE || !Octets.isToken(text, from, to)) {
      return false;
    }
    KnownAttribute attribute = KnownAttribute.named(text, from, to);
    if (attribute != null) {
      return attribute == KnownAttribute.PRIORITY
          && text.startsWith(attribute.label, from)
          && isOnce(attribute);
    }
    return ++unknown <= FieldNormaliser.MOST_UNKNOWN && isNew(from, to);
  }

  /** Whether no attribute before this one has the same name. */
  private boolean isNew(int from, int to) {
    int length = to - from;
    for (int at = until(0) + 2; at < from; at = until(at) + 2) {
      int nameEnd = at + length;
      if (text.regionMatches(true, at, text, from, length)
          && (text.charAt(nameEnd) == '=' || text.charAt(nameEnd) == ';')) {
        return false;
      }
    }
    return true;
  }

  private boolean isOnce(KnownAttribute attribute) {
    boolean once = (known & attribute.bit) == 0;
    known |= attribute.bit;
    return once;
  }

  private boolean isValue(int from, int to) {
    return to - from <= FieldNormaliser.LONGEST_VALUE && Octets.isTrimmed(text, from, to);
  }

  private int until(int from) {
    int semicolon = text.indexOf(';', from);
    return semicolon < 0 ? end : semicolon;
  }
}
