package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.Browser.Family;

/** The words of a {@code User-Agent} that name a browser, or a program. Makes no object. */
final class AgentWords {

  private static final String[] BEGINNINGS = {
    "crawl", "spider", "slurp", "preview", "monitor", "headless"
  };

  private static final String[] ENDINGS = {
    "bot", "bots", "crawl", "crawler", "spider", "preview", "monitor"
  };

  private static final int FIRST_LETTERS = letters("cspmh");
  private static final int LAST_LETTERS = letters("tslrw");

  /** What programs say first that do not say that they are one. */
  private static final String[] TOOLS = {
    "curl", "wget", "python", "java", "go", "okhttp", "libwww", "apache", "node", "axios", "ruby",
    "php", "undici", "got"
  };

  /** Makes a letter small. */
  private static final int LOWER = 0x20;

  /** Telephones that are called like one. */
  private static final String NO_BOT = "cubot";

  private AgentWords() {}

  /** What a word names; {@code OTHER} for nothing. */
  static Family family(String text, int from, int to) {
    Family family = browser(text, from, to);
    return family == Family.OTHER && isProgram(text, from, to) ? Family.BOT : family;
  }

  private static Family browser(String text, int from, int to) {
    return switch (to - from) {
      case 3 -> three(text, from);
      case 4 -> four(text, from);
      case 5 -> five(text, from);
      case 6 -> six(text, from);
      case 7 -> seven(text, from);
      case 8 -> eight(text, from);
      case 9, 10 -> nine(text, from);
      case 15 -> text.startsWith("YaSearchBrowser", from) ? Family.YANDEX_BROWSER : Family.OTHER;
      case 14 -> text.startsWith("SamsungBrowser", from) ? Family.SAMSUNG_INTERNET : Family.OTHER;
      default -> Family.OTHER;
    };
  }

  private static Family three(String text, int from) {
    if (text.startsWith("Edg", from)) {
      return Family.EDGE;
    }
    return text.startsWith("OP", from) && "RTX".indexOf(text.charAt(from + 2)) >= 0
        ? Family.OPERA
        : Family.OTHER;
  }

  private static Family four(String text, int from) {
    if (text.startsWith("EdgA", from) || text.startsWith("Edge", from)) {
      return Family.EDGE;
    }
    return text.startsWith("MSIE", from) ? Family.INTERNET_EXPLORER : Family.OTHER;
  }

  private static Family five(String text, int from) {
    return switch (text.charAt(from)) {
      case 'C' -> text.startsWith("CriOS", from) ? Family.CHROME : Family.OTHER;
      case 'F' -> text.startsWith("FxiOS", from) ? Family.FIREFOX : Family.OTHER;
      case 'U' -> text.startsWith("UCWEB", from) ? Family.UC_BROWSER : Family.OTHER;
      case 'O' ->
          text.startsWith("Opera", from) || text.startsWith("OPiOS", from)
              ? Family.OPERA
              : Family.OTHER;
      default -> Family.OTHER;
    };
  }

  private static Family six(String text, int from) {
    return switch (text.charAt(from)) {
      case 'C' -> text.startsWith("Chrome", from) ? Family.CHROME : Family.OTHER;
      case 'S' -> text.startsWith("Safari", from) ? Family.SAFARI : Family.OTHER;
      case 'E' -> text.startsWith("EdgiOS", from) ? Family.EDGE : Family.OTHER;
      default -> Family.OTHER;
    };
  }

  private static Family seven(String text, int from) {
    return switch (text.charAt(from)) {
      case 'F' -> text.startsWith("Firefox", from) ? Family.FIREFOX : Family.OTHER;
      case 'T' -> text.startsWith("Trident", from) ? Family.INTERNET_EXPLORER : Family.OTHER;
      default -> Family.OTHER;
    };
  }

  private static Family eight(String text, int from) {
    if (text.startsWith("Chromium", from)) {
      return Family.CHROME;
    }
    return text.startsWith("UCMobile", from) || text.startsWith("UBrowser", from)
        ? Family.UC_BROWSER
        : Family.OTHER;
  }

  private static Family nine(String text, int from) {
    return switch (text.charAt(from)) {
      case 'U' -> text.startsWith("UCBrowser", from) ? Family.UC_BROWSER : Family.OTHER;
      case 'Y' -> text.startsWith("YaBrowser", from) ? Family.YANDEX_BROWSER : Family.OTHER;
      case 'Q' -> text.startsWith("QQBrowser", from) ? Family.QQ_BROWSER : Family.OTHER;
      case 'M' -> text.startsWith("MQQBrowser", from) ? Family.QQ_BROWSER : Family.OTHER;
      default -> Family.OTHER;
    };
  }

  /** Whether a word begins or ends like one of those that programs call themselves by. */
  private static boolean isProgram(String text, int from, int to) {
    if (from == to) {
      return false;
    }
    if (from == 0 && isOneOf(TOOLS, text, from, to)) {
      return true;
    }
    return (isOneOf(FIRST_LETTERS, text.charAt(from)) && begins(text, from, to))
        || (isOneOf(LAST_LETTERS, text.charAt(to - 1)) && ends(text, from, to));
  }

  /** A bit for each letter. Most words are told apart by one. */
  private static int letters(String letters) {
    return letters.chars().map(letter -> 1 << (letter - 'a')).reduce(0, (all, bit) -> all | bit);
  }

  private static boolean isOneOf(int letters, char letter) {
    return (letters >>> ((letter | LOWER) - 'a') & 1) == 1;
  }

  private static boolean begins(String text, int from, int to) {
    for (String beginning : BEGINNINGS) {
      if (from + beginning.length() <= to && isAt(text, from, beginning)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String text, int from, int to) {
    for (String ending : ENDINGS) {
      int begin = to - ending.length();
      if (begin >= from && isAt(text, begin, ending)) {
        return !(to - from == NO_BOT.length() && isAt(text, from, NO_BOT));
      }
    }
    return false;
  }

  /** Whether these letters are here, small or large. */
  private static boolean isAt(String text, int at, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if ((text.charAt(at + i) | LOWER) != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneOf(String[] words, String text, int from, int to) {
    for (String word : words) {
      if (to - from == word.length() && isAt(text, from, word)) {
        return true;
      }
    }
    return false;
  }
}
