package io.github.consentgateway.traffic;

import java.util.Optional;
import java.util.function.Function;

/** The kind of device that a request comes from. */
public enum Device {
  /** With a large screen and a keyboard. */
  DESKTOP,
  /** A telephone. */
  MOBILE,
  /** A tablet. */
  TABLET,
  /** A program. */
  BOT,
  /** None that says what it is. */
  OTHER;

  /** What a request says, by the first value of a field. */
  static Device of(Browser browser, Function<String, Optional<String>> fields) {
    if (browser.name() == Browser.Family.BOT) {
      return BOT;
    }
    String agent = bounded(fields.apply("User-Agent").orElse(""));
    if (agent.contains("iPad") || agent.contains("Tablet")) {
      return TABLET;
    }
    if (agent.contains("Mobi")
        || fields.apply("Sec-CH-UA-Mobile").filter("?1"::equals).isPresent()) {
      return MOBILE;
    }
    return agent.contains("Android") ? TABLET : large(agent);
  }

  private static String bounded(String agent) {
    return agent.length() <= Browser.LONGEST ? agent : agent.substring(0, Browser.LONGEST);
  }

  private static Device large(String agent) {
    boolean known =
        agent.contains("Windows")
            || agent.contains("Macintosh")
            || agent.contains("X11")
            || agent.contains("CrOS");
    return known ? DESKTOP : OTHER;
  }
}
