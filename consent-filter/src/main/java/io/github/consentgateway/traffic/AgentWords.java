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

  /** What programs say first that do not say that they are one. */
  private static final String[] TOOLS = {
    "curl", "wget", "python", "java", "go", "okhttp", "libwww", "apache", "node", "axios", "ruby",
    "php", "undici", "got"
  };

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
    if (from == 0 && isOneOf(TOOLS, text, from, to)) {
      return true;
    }
    return (mayBegin(text.charAt(from)) && begins(text, from, to))
        || (mayEnd(text.charAt(to - 1)) && ends(text, from, to));
  }

  /** Most words are none of them, as a letter tells. */
  private static boolean mayBegin(char first) {
    return "cspmh".indexOf(first | 0x20) >= 0;
  }

  private static boolean mayEnd(char last) {
    return "tslrw".indexOf(last | 0x20) >= 0;
  }

  private static boolean begins(String text, int from, int to) {
    for (String beginning : BEGINNINGS) {
      int length = beginning.length();
      if (to - from >= length && text.regionMatches(true, from, beginning, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String text, int from, int to) {
    for (String ending : ENDINGS) {
      int begin = to - ending.length();
      if (begin >= from && text.regionMatches(true, begin, ending, 0, ending.length())) {
        return !text.regionMatches(true, from, NO_BOT, 0, to - from);
      }
    }
    return false;
  }

  private static boolean isOneOf(String[] words, String text, int from, int to) {
    for (String word : words) {
      if (to - from == word.length() && text.regionMatches(true, from, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
