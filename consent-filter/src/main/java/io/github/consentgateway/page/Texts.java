package io.github.consentgateway.page;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The words of the pages in one language. Immutable. */
final class Texts {

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi");
  private static final int MONTH = 30;

  /** What lives are counted in, and further than any life goes in any of them. */
  private static final List<String> UNITS = List.of("months", "days", "hours", "minutes");

  private static final long MOST = 400;

  private final Locale locale;
  private final ResourceBundle bundle;

  Texts(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  String say(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  Optional<String> find(String key) {
    return Optional.of(key).filter(bundle::containsKey).map(bundle::getString);
  }

  Set<String> keys() {
    return bundle.keySet();
  }

  /** Whether a key has a form for a number in it, of which each language has its own. */
  static boolean isCounted(String key) {
    return UNITS.stream().anyMatch(unit -> key.startsWith(unit + "."));
  }

  /** The keys of the forms that numbers take in this language. */
  Set<String> countedKeys() {
    return LongStream.range(0, MOST)
        .mapToObj(number -> form(number))
        .distinct()
        .flatMap(form -> UNITS.stream().map(unit -> unit + "." + form))
        .collect(Collectors.toUnmodifiableSet());
  }

  String day(LocalDate day) {
    String text =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    // The JDK's French knows no ordinal.
    return locale.getLanguage().equals("fr") && day.getDayOfMonth() == 1
        ? text.replaceFirst("^1 ", "1er ")
        : text;
  }

  /** A moment, to the minute, in UTC. */
  String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(at.atOffset(ZoneOffset.UTC))
        + " UTC";
  }

  /** The direction of the writing, as the attribute {@code dir} says it. */
  String direction() {
    return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
  }

  /** The name of a country of two letters. */
  String country(String code) {
    return new Locale("", code).getDisplayCountry(locale);
  }

  /** A life as it is applied: months of 30 days where it is made of such, else the largest unit. */
  String life(Duration life) {
    long days = life.toDays();
    if (days >= MONTH && days % MONTH == 0) {
      return say("life.months", count("months", days / MONTH), count("days", days));
    }
    return days > 0 ? count("days", days) : shorter(life);
  }

  /** A period of the calendar: in months where it is made of such, else in days. */
  String period(Period period) {
    long months = period.toTotalMonths();
    long days = period.get(ChronoUnit.DAYS);
    return days == 0 ? count("months", months) : count("days", months * MONTH + days);
  }

  private String shorter(Duration life) {
    return life.toHours() > 0
        ? count("hours", life.toHours())
        : count("minutes", Math.max(1, life.toMinutes()));
  }

  private String count(String unit, long number) {
    return say(unit + "." + form(number), number);
  }

  private String form(long number) {
    return Plural.of(locale, number).name().toLowerCase(Locale.ROOT);
  }
}
