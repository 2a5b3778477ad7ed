package io.github.consentgateway.cookie;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the text that we write, and so learns in one pass what a browser reads in it. Every
 * {@link SetCookie} that is parsed or built goes through here, whether its text came from us or
 * from the application: what this accepts is the whole of what can leave.
 */
final class CanonicalField {
  private static final long DOMAIN = Octets.word("Domain=");
  private static final long EXPIRES = Octets.word("Expires=");
  private static final long HTTP_ONLY = Octets.word("HttpOnly");
  private static final long MAX_AGE = Octets.word("Max-Age=");
  private static final long PATH = Octets.word("Path=/");
  private static final long PARTITIONED = Octets.word("Partitio");
  private static final long PARTITIONED_END = Octets.word("ned");
  private static final long SAME_SITE = Octets.word("SameSite");
  private static final long SECURE = Octets.word("Secure");
  private static final long LAX = Octets.word("=Lax");
  private static final long NONE = Octets.word("=None");
  private static final long STRICT = Octets.word("=Strict");

  private final String text;
  private final Octets octets;
  private final int end;
  private int known;
  private int unknown;
  private long maxAge = SetCookie.NONE;
  private long expires = SetCookie.NONE;

  private CanonicalField(String text, Octets octets) {
    this.text = text;
    this.octets = octets;
    this.end = octets.end();
  }

  /**
   * The cookie, or null if we would write the text differently.
   *
   * @param octets the same text, free of control characters
   */
  static @Nullable SetCookie read(String text, Octets octets) {
    return new CanonicalField(text, octets).read();
  }

  private @Nullable SetCookie read() {
    int nameEnd = octets.equalsSign(0);
    int valueEnd = octets.semicolon(0);
    boolean isPair =
        nameEnd > 0
            && nameEnd < valueEnd
            && valueEnd - 1 <= FieldNormaliser.LARGEST_PAIR
            && octets.isTrimmed(0, nameEnd)
            && octets.isTrimmed(nameEnd + 1, valueEnd);
    return isPair && readsAttributes(valueEnd)
        ? new SetCookie(text, nameEnd, valueEnd, known, maxAge, expires)
        : null;
  }

  private boolean readsAttributes(int valueEnd) {
    int at = valueEnd;
    while (at < end) {
      int from = at + 2;
      if (from >= end || octets.at(at + 1) != ' ') {
        return false;
      }
      at = octets.semicolon(from);
      if (!readsKnown(from, at) && !readsOther(from, at)) {
        return false;
      }
    }
    return true;
  }

  private boolean readsKnown(int from, int to) {
    long word = octets.word(from);
    return switch ((int) (word & 0xFF)) {
      case 'D' -> Octets.isSame(word, DOMAIN, 7) && readsDomain(from + 7, to);
      case 'E' -> word == EXPIRES && readsExpires(from + 8, to);
      case 'H' -> word == HTTP_ONLY && to - from == 8 && isOnce(KnownAttribute.HTTP_ONLY);
      case 'M' -> word == MAX_AGE && readsMaxAge(from + 8, to);
      case 'P' ->
          Octets.isSame(word, PATH, 6)
              ? isValue(from + 5, to) && isOnce(KnownAttribute.PATH)
              : word == PARTITIONED && readsPartitioned(from, to);
      case 'S' ->
          word == SAME_SITE
              ? readsSameSite(from, to)
              : Octets.isSame(word, SECURE, 6) && to - from == 6 && isOnce(KnownAttribute.SECURE);
      default -> false;
    };
  }

  private boolean readsDomain(int from, int to) {
    return from < to && isValue(from, to) && isOnce(KnownAttribute.DOMAIN);
  }

  private boolean readsPartitioned(int from, int to) {
    return to - from == 11
        && Octets.isSame(octets.word(from + 8), PARTITIONED_END, 3)
        && isOnce(KnownAttribute.PARTITIONED);
  }

  private boolean readsSameSite(int from, int to) {
    boolean isValid =
        switch (to - from) {
          case 12 -> Octets.isSame(octets.word(from + 8), LAX, 4);
          case 13 -> Octets.isSame(octets.word(from + 8), NONE, 5);
          case 15 -> Octets.isSame(octets.word(from + 8), STRICT, 7);
          default -> false;
        };
    return isValid && isOnce(KnownAttribute.SAME_SITE);
  }

  private boolean readsMaxAge(int from, int to) {
    maxAge = plainNumber(from, to);
    return maxAge != SetCookie.NONE && isOnce(KnownAttribute.MAX_AGE);
  }

  private long plainNumber(int from, int to) {
    int length = to - from;
    if (length < 1 || length > 10 || (length > 1 && octets.at(from) == '0')) {
      return SetCookie.NONE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      char c = octets.at(i);
      if (!Digits.isDigit(c)) {
        return SetCookie.NONE;
      }
      number = number * 10 + (c - '0');
    }
    return number > MaxAge.LONGEST ? SetCookie.NONE : number;
  }

  private boolean readsExpires(int from, int to) {
    expires = ImfDate.read(octets, from, to, ' ');
    return expires != SetCookie.NONE && isOnce(KnownAttribute.EXPIRES);
  }

  /** Reads {@code Priority} or an attribute that browsers do not know. */
  private boolean readsOther(int from, int to) {
    int equals = Math.min(octets.equalsSign(from), to);
    return isName(from, equals) && (equals == to || (equals + 1 < to && isValue(equals + 1, to)));
  }

  private boolean isName(int from, int to) {
    if (to - from > FieldNormaliser.LONGEST_VALUE || !Characters.isToken(text, from, to)) {
      return false;
    }
    KnownAttribute attribute = KnownAttribute.named(text, from, to);
    if (attribute == null) {
      return ++unknown <= FieldNormaliser.MOST_UNKNOWN && isNew(from, to);
    }
    return attribute == KnownAttribute.PRIORITY
        && text.startsWith(attribute.label, from)
        && isOnce(attribute);
  }

  /** Whether no attribute before this one has the same name. */
  private boolean isNew(int from, int to) {
    int length = to - from;
    for (int at = octets.semicolon(0) + 2; at < from; at = octets.semicolon(at) + 2) {
      char next = octets.at(at + length);
      if (text.regionMatches(true, at, text, from, length) && (next == '=' || next == ';')) {
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
    return to - from <= FieldNormaliser.LONGEST_VALUE && octets.isTrimmed(from, to);
  }
}
