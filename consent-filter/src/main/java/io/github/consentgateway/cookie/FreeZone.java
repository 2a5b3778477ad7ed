package io.github.consentgateway.cookie;

import java.util.Map;

/** The time zone in a date that Firefox reads: a name, or an offset alone or after GMT. */
final class FreeZone {
  private static final Map<String, Integer> HALF_HOURS =
      Map.ofEntries(
          Map.entry("pst", -16),
          Map.entry("pdt", -14),
          Map.entry("mst", -14),
          Map.entry("mdt", -12),
          Map.entry("cst", -12),
          Map.entry("cdt", -10),
          Map.entry("est", -10),
          Map.entry("edt", -8),
          Map.entry("ast", -8),
          Map.entry("nst", -7),
          Map.entry("gmt", 0),
          Map.entry("bst", 2),
          Map.entry("met", 2),
          Map.entry("eet", 4),
          Map.entry("jst", 18));

  private boolean named;
  private boolean offset;
  private int minutes;

  /** Minutes east of Greenwich. */
  int minutes() {
    return minutes;
  }

  /** Takes the first name. */
  void readName(String word) {
    Integer halfHours = HALF_HOURS.get(word);
    if (halfHours != null && !named) {
      named = true;
      minutes = halfHours * 30;
    }
  }

  /** Takes the first offset, as in +2, +02 or +0200, and returns where its token goes on. */
  int readOffset(String text, int sign) {
    int from = sign + 1;
    if (!offset && minutes == 0) {
      int digits = Digits.run(text, from, text.length());
      if (digits == 4 || digits == 2 || digits == 1) {
        offset = true;
        named = true;
        minutes = minutes(text, from, digits) * (text.charAt(sign) == '-' ? -1 : 1);
      }
    }
    return from;
  }

  private static int minutes(String text, int from, int digits) {
    int number = Digits.number(text, from, digits);
    return digits == 4 ? number / 100 * 60 + number % 100 : number * 60;
  }
}
