package io.github.consentgateway.cookie;

/**
 * A time of day as Firefox reads it: hours and minutes, perhaps seconds, perhaps AM or PM.
 *
 * @param isTime whether it is one
 * @param second seconds since midnight, which may be those of a later day
 * @param end where it ends, or from where on to skip it
 */
record FreeTime(boolean isTime, int second, int end) {

  static FreeTime read(String text, int from) {
    int to = text.length();
    int hours = Digits.run(text, from, to);
    int minuteAt = from + hours + 1;
    int minutes = Digits.run(text, minuteAt, to);
    int afterMinutes = minuteAt + minutes;
    int secondAt = text.startsWith(":", afterMinutes) ? afterMinutes + 1 : afterMinutes;
    int seconds = Digits.run(text, secondAt, to);
    int end = secondAt + seconds;
    if (hours > 2 || minutes < 1 || minutes > 2 || seconds > 2) {
      return new FreeTime(false, 0, end);
    }
    int hour = hour(Digits.number(text, from, hours), text, Characters.skipBlanks(text, end, to));
    int minute = hour * 60 + Digits.number(text, minuteAt, minutes);
    return new FreeTime(true, minute * 60 + Digits.number(text, secondAt, seconds), end);
  }

  private static int hour(int hour, String text, int halfAt) {
    if (hour < 12 && text.regionMatches(true, halfAt, "pm", 0, 2)) {
      return hour + 12;
    }
    return hour == 12 && text.regionMatches(true, halfAt, "am", 0, 2) ? 0 : hour;
  }
}
