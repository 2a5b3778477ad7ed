package io.github.consentgateway.traffic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The family of a browser and its major version, and nothing else of what it says of itself: the
 * default low-entropy hints count first ({@code Sec-CH-UA}), then {@code User-Agent}. Immutable.
 *
 * @param name one of a fixed list; {@code Other} for all else
 * @param major the major version; 0 if there is none to tell
 */
public record Browser(Family name, int major) {

  /** The families that are told apart. */
  public enum Family {
    CHROME("Chrome"),
    EDGE("Edge"),
    FIREFOX("Firefox"),
    SAFARI("Safari"),
    OPERA("Opera"),
    SAMSUNG_INTERNET("Samsung Internet"),
    INTERNET_EXPLORER("Internet Explorer"),
    /** Says itself that it is a program. */
    BOT("Bot"),
    OTHER("Other");

    private final String text;

    Family(String text) {
      this.text = text;
    }

    /** The name, as the log has it. */
    public String text() {
      return text;
    }
  }

  /** All that is none of the families. */
  public static final Browser OTHER = new Browser(Family.OTHER, 0);

  private static final Browser BOT = new Browser(Family.BOT, 0);
  private static final int LONGEST = 1_024;

  /** In this order: most name their relatives as well. */
  private record Rule(Family family, Pattern pattern) {
    Rule(Family family, String regex) {
      this(family, Pattern.compile(regex));
    }

    Optional<Browser> read(String text) {
      Matcher found = pattern.matcher(text);
      return found.find()
          ? Optional.of(new Browser(family, Integer.parseInt(found.group(1))))
          : Optional.empty();
    }
  }

  private static final Pattern PROGRAM =
      Pattern.compile(
          "bot\\b|bot/|crawl|spider|slurp|preview|monitor|headless|^curl/|^wget/|^python|^java/"
              + "|^go-http|^okhttp|^libwww|^apache-http|^node|^axios|^ruby|^php",
          Pattern.CASE_INSENSITIVE);

  private static final List<Rule> AGENTS =
      List.of(
          new Rule(Family.EDGE, "\\bEdg(?:e|A|iOS)?/(\\d{1,4})\\b"),
          new Rule(Family.OPERA, "\\b(?:OPR|OPT|OPiOS)/(\\d{1,4})\\b"),
          new Rule(Family.SAMSUNG_INTERNET, "\\bSamsungBrowser/(\\d{1,4})\\b"),
          new Rule(Family.FIREFOX, "\\b(?:Firefox|FxiOS)/(\\d{1,4})\\b"),
          new Rule(Family.CHROME, "\\b(?:Chrome|Chromium|CriOS)/(\\d{1,4})\\b"),
          new Rule(Family.SAFARI, "\\bVersion/(\\d{1,4})\\b.*\\bSafari/"),
          new Rule(Family.INTERNET_EXPLORER, "\\b(?:MSIE |Trident/.*\\brv:)(\\d{1,4})\\b"));

  private static final List<Rule> BRANDS =
      List.of(
          brand(Family.EDGE, "Microsoft Edge"),
          brand(Family.OPERA, "Opera"),
          brand(Family.SAMSUNG_INTERNET, "Samsung Internet"),
          brand(Family.CHROME, "Google Chrome"),
          brand(Family.CHROME, "Chromium"));

  private static Rule brand(Family family, String name) {
    return new Rule(family, "\"" + name + "\"\\s*;\\s*v=\"(\\d{1,4})\"");
  }

  /** The browser that a request says it comes from, by the first value of a field. */
  static Browser of(Function<String, Optional<String>> fields) {
    String agent = bounded(fields.apply("User-Agent"));
    if (PROGRAM.matcher(agent).find()) {
      return BOT;
    }
    return first(BRANDS, bounded(fields.apply("Sec-CH-UA")))
        .or(() -> first(AGENTS, agent))
        .orElse(OTHER);
  }

  private static Optional<Browser> first(List<Rule> rules, String text) {
    return rules.stream().flatMap(rule -> rule.read(text).stream()).findFirst();
  }

  static String bounded(Optional<String> text) {
    return text.map(value -> value.substring(0, Math.min(LONGEST, value.length()))).orElse("");
  }
}
