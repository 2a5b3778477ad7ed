package io.github.consentgateway.traffic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The family of a browser and its major version, and nothing else of what it says of itself: the
 * default low-entropy hints count first ({@code Sec-CH-UA}), then {@code User-Agent}. Immutable.
 *
 * @param name one of a fixed list; {@code Other} for all else
 * @param major the major version; 0 if there is none to tell
 */
public record Browser(Family name, int major) {

  /** The families that are told apart; of several that a browser names, the first of these. */
  public enum Family {
    /** Says itself that it is a program. */
    BOT("Bot"),
    EDGE("Edge"),
    OPERA("Opera"),
    SAMSUNG_INTERNET("Samsung Internet"),
    YANDEX_BROWSER("Yandex Browser"),
    UC_BROWSER("UC Browser"),
    QQ_BROWSER("QQ Browser"),
    INTERNET_EXPLORER("Internet Explorer"),
    FIREFOX("Firefox"),
    CHROME("Chrome"),
    ANDROID_BROWSER("Android Browser"),
    SAFARI("Safari"),
    OTHER("Other");

    private final String text;

    Family(String text) {
      this.text = text;
    }

    /** The name, as the log has it. */
    public String text() {
      return text;
    }

    boolean isBefore(Family other) {
      return compareTo(other) < 0;
    }
  }

  /** All that is none of the families. */
  public static final Browser OTHER = new Browser(Family.OTHER, 0);

  static final Browser BOT = new Browser(Family.BOT, 0);

  /** Of a text that says what a browser is, so much is read. */
  static final int LONGEST = 1_024;

  private static final int MADE_ONCE = 200;

  /** A browser that visits makes no object. */
  private static final Map<Family, List<Browser>> KNOWN = new EnumMap<>(Family.class);

  static {
    for (Family family : Family.values()) {
      KNOWN.put(
          family,
          IntStream.range(0, MADE_ONCE).mapToObj(major -> new Browser(family, major)).toList());
    }
  }

  static Browser of(Family family, int major) {
    return major < MADE_ONCE
        ? Objects.requireNonNull(KNOWN.get(family)).get(major)
        : new Browser(family, major);
  }

  /** The browser that a request says it comes from, by the first value of a field. */
  static Browser of(Function<String, Optional<String>> fields) {
    Browser agent = AgentProducts.browser(fields.apply("User-Agent").orElse(""));
    if (agent.name() == Family.BOT) {
      return agent;
    }
    Optional<String> brands = fields.apply("Sec-CH-UA");
    return brands.isEmpty() ? agent : Brands.browser(brands.get(), agent);
  }
}
