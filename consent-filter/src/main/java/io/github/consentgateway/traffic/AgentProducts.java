package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.Browser.Family;

/**
 * What {@code User-Agent} says: products with their versions, most of them those of relatives. No
 * object is made.
 */
final class AgentProducts {

  /** Opera 10 and later still say that they are Opera 9, and then which version. */
  private static final int OPERA_9 = 9;

  private static final int BEFORE_TRIDENT = 4;
  private static final int LAST_EXPLORER = 11;

  private AgentProducts() {}

  /** The browser that the text names. */
  static Browser browser(String text) {
    Browser quick = isPlain(text) ? browser(text, true) : Browser.OTHER;
    return quick.name() == Family.OTHER ? browser(text, false) : quick;
  }

  /** Browsers neither name an address nor what they are compatible with; most programs do. */
  private static boolean isPlain(String text) {
    return text.startsWith("Mozilla/5.0 (")
        && text.indexOf("http") < 0
        && text.indexOf("compatible") < 0;
  }

  /**
   * @param plainly whether only words in front of a slash are looked at, instead of all
   */
  private static Browser browser(String text, boolean plainly) {
    int length = Math.min(text.length(), Browser.LONGEST);
    Family family = Family.OTHER;
    int number = 0;
    int end = next(text, 0, length, plainly);
    while (end <= length) {
      Family named = AgentWords.family(text, startOfWord(text, end), end);
      if (named.isBefore(family)) {
        int version = version(text, end, length);
        if (version != Digits.NONE || needsNone(named)) {
          family = named;
          number = version;
        }
      }
      end = next(text, end + 1, length, plainly);
    }
    return browser(family, number, text);
  }

  /** Where the next word ends; beyond the length if there is none. */
  private static int next(String text, int from, int length, boolean plainly) {
    if (plainly) {
      int slash = text.indexOf('/', from);
      return slash < 0 ? length + 1 : slash;
    }
    int at = from;
    while (at < length && !isLetter(text.charAt(at))) {
      at++;
    }
    return at == length ? length + 1 : endOfWord(text, at, length);
  }

  private static int startOfWord(String text, int end) {
    int at = end;
    while (at > 0 && isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int endOfWord(String text, int from, int length) {
    int at = from + 1;
    while (at < length && isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A product has a version; what says that it is a program need not have one. */
  private static boolean needsNone(Family named) {
    return named == Family.BOT || named == Family.SAFARI;
  }

  /** Mostly there is something between a name and its version. */
  private static int version(String text, int end, int length) {
    return Digits.number(text, Digits.isAt(text, end, length) ? end : end + 1, length);
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
