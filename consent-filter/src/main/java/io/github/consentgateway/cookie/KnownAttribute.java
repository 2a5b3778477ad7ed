package io.github.consentgateway.cookie;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The attributes that browsers know, each with the spelling that we write. */
enum KnownAttribute {
  EXPIRES("Expires", 1 << 0) {
    @Override
    Optional<String> normalise(String value) {
      long instant = CookieDate.parse(value);
      return instant == SetCookie.NONE ? Optional.empty() : Optional.of(ImfDate.format(instant));
    }
  },
  MAX_AGE("Max-Age", 1 << 1) {
    @Override
    Optional<String> normalise(String value) {
      long seconds = MaxAge.parse(value);
      return seconds == SetCookie.NONE ? Optional.empty() : Optional.of(Long.toString(seconds));
    }
  },
  DOMAIN("Domain", 1 << 2) {
    @Override
    Optional<String> normalise(String value) {
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
  },
  PATH("Path", 1 << 3) {
    @Override
    Optional<String> normalise(String value) {
      return value.startsWith("/") ? Optional.of(value) : Optional.empty();
    }
  },
  SECURE("Secure", 1 << 4),
  HTTP_ONLY("HttpOnly", 1 << 5),
  SAME_SITE("SameSite", 1 << 6) {
    @Override
    Optional<String> normalise(String value) {
      for (String written : SAME_SITES) {
        if (written.equalsIgnoreCase(value)) {
          return Optional.of(written);
        }
      }
      return Optional.empty();
    }
  },
  PARTITIONED("Partitioned", 1 << 7),
  PRIORITY("Priority", 1 << 8) {
    @Override
    Optional<String> normalise(String value) {
      return Optional.of(value);
    }
  };

  private static final List<String> SAME_SITES = List.of("Strict", "Lax", "None");
  private static final KnownAttribute[] ALL = values();

  final String label;

  /** Its place in a set of attributes. */
  final int bit;

  KnownAttribute(String label, int bit) {
    this.label = label;
    this.bit = bit;
  }

  /** The attribute of that name, matched without regard to case. */
  static @Nullable KnownAttribute named(String text, int from, int to) {
    for (KnownAttribute known : ALL) {
      int length = known.label.length();
      if (to - from == length && text.regionMatches(true, from, known.label, 0, length)) {
        return known;
      }
    }
    return null;
  }

  /** The value to write, empty for a flag; no value if browsers ignore the attribute. */
  Optional<String> normalise(String value) {
    return Optional.of("");
  }
}
