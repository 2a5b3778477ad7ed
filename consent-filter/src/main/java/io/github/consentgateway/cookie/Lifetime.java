package io.github.consentgateway.cookie;

import java.time.Duration;
import java.time.Instant;

/** The life of a cookie: whole seconds and the instant of its end, and how both are written. */
final class Lifetime {
  private static final String MAX_AGE = "; Max-Age=";
  private static final String EXPIRES = "; Expires=";

  /** Room for both attributes. */
  private static final int ROOM = MAX_AGE.length() + 10 + EXPIRES.length() + ImfDate.LENGTH;

  private Lifetime() {}

  /** Whole seconds, from 0 to what {@code Max-Age} may say. */
  static long seconds(Duration lifetime) {
    return Math.min(Math.max(lifetime.toSeconds(), 0), MaxAge.LONGEST);
  }

  /** The end of that life in seconds since 1970; the start of 1970 if there is none left. */
  static long end(long seconds, Instant now) {
    return seconds == 0 ? 0 : Math.min(Math.max(now.getEpochSecond() + seconds, 0), ImfDate.LAST);
  }

  static Duration until(long epochSecond, Instant now) {
    return Duration.between(now, Instant.ofEpochSecond(epochSecond));
  }

  /** The field with this life in place of the one it says. */
  static String write(String field, int valueEnd, int known, long seconds, long end) {
    return stripped(field, valueEnd, known)
        .append(MAX_AGE)
        .appendNumber(seconds)
        .append(EXPIRES)
        .appendDate(end)
        .toString();
  }

  /** The field without the life it says. */
  static String remove(String field, int valueEnd, int known) {
    return stripped(field, valueEnd, known).toString();
  }

  private static LatinText stripped(String field, int valueEnd, int known) {
    LatinText text = new LatinText(field.length() + ROOM);
    int maxAge = find(field, valueEnd, known, KnownAttribute.MAX_AGE, MAX_AGE);
    int expires = find(field, valueEnd, known, KnownAttribute.EXPIRES, EXPIRES);
    int first = Math.min(maxAge, expires);
    int second = Math.max(maxAge, expires);
    text.append(field, 0, first);
    text.append(field, Math.min(after(field, first), second), second);
    return text.append(field, after(field, second), field.length());
  }

  private static int find(
      String field, int valueEnd, int known, KnownAttribute attribute, String start) {
    return (known & attribute.bit) == 0 ? field.length() : field.indexOf(start, valueEnd);
  }

  private static int after(String field, int attribute) {
    int semicolon = field.indexOf(';', attribute + 1);
    return semicolon < 0 ? field.length() : semicolon;
  }
}
