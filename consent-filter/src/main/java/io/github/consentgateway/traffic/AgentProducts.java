package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.Browser.Family;

/**
 * What {@code User-Agent} says: products with their versions, most of them those of relatives. One
 * pass over its words, in which no object is made.
 */
final class AgentProducts {

  /** What most browsers say of their relatives is passed over in one. */
  private static final String ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)";

  /** Opera 10 and later still say that they are Opera 9, and then which version. */
  private static final int OPERA_9 = 9;

  private static final int BEFORE_TRIDENT = 4;
  private static final int LAST_EXPLORER = 11;

  private AgentProducts() {}

  /** The browser that the text names. */
  static Browser browser(String text) {
    int length = Math.min(text.length(), Browser.LONGEST);
    Family family = Family.OTHER;
    int number = 0;
    int end = 0;
    for (int at = nextWord(text, 0, length); at < length; at = nextWord(text, end, length)) {
      end = endOfWord(text, at, length);
      Family named = AgentWords.family(text, at, end);
      if (named.isBefore(family)) {
        int version = version(text, end, length);
        if (version != Digits.NONE || needsNone(named)) {
          family = named;
          number = version;
        }
      }
    }
    return browser(family, number, text);
  }

  /** A product has a version; what says that it is a program need not have one. */
  private static boolean needsNone(Family named) {
    return named == Family.BOT || named == Family.SAFARI;
  }

  /** Mostly there is something between a name and its version. */
  private static int version(String text, int end, int length) {
    return Digits.number(text, Digits.isAt(text, end, length) ? end : end + 1, length);
  }

  private static int nextWord(String text, int from, int length) {
    int at = from;
    while (at < length && !isLetter(text.charAt(at))) {
      at++;
    }
    boolean engine = at < length && text.charAt(at) == 'A' && text.startsWith(ENGINE, at);
    return engine ? nextWord(text, at + ENGINE.length(), length) : at;
  }

  private static int endOfWord(String text, int from, int length) {
    int at = from + 1;
    while (at < length && isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** Some say their version elsewhere, and the number at their name is that of their engine. */
  private static Browser browser(Family family, int number, String text) {
    return switch (family) {
      case BOT -> Browser.BOT;
      case OTHER -> Browser.OTHER;
      case SAFARI -> safari(text);
      case INTERNET_EXPLORER -> Browser.of(family, explorer(number, text));
      case OPERA -> Browser.of(family, number == OPERA_9 ? opera(text) : number);
      default -> Browser.of(family, number);
    };
  }

  private static Browser safari(String text) {
    int android = number(text, "Android ");
    return android > 0
        ? Browser.of(Family.ANDROID_BROWSER, android)
        : Browser.of(Family.SAFARI, number(text, "Version/"));
  }

  private static int opera(String text) {
    return Math.max(OPERA_9, number(text, "Version/"));
  }

  /** Its engine tells the truth where it says that it is an older one. */
  private static int explorer(int number, String text) {
    int engine = number(text, "Trident/");
    return engine > 0 ? Math.min(engine + BEFORE_TRIDENT, LAST_EXPLORER) : number;
  }

  private static int number(String text, String name) {
    int at = text.indexOf(name);
    return at < 0 ? 0 : Math.max(0, Digits.number(text, at + name.length(), text.length()));
  }
}
