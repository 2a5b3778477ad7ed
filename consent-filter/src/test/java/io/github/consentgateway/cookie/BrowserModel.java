package io.github.consentgateway.cookie;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A browser at home.example.org over plain HTTP that reads well-formed fields only. It shares no
 * code with what it checks.
 */
final class BrowserModel {
  private static final double LONGEST_DAYS = 400;

  private final Instant now;
  private final String sameSiteByDefault;
  private final List<Stored> jar = new ArrayList<>();

  /** What the browser keeps; no days for a session cookie. */
  record Stored(
      String name,
      String value,
      String domain,
      String path,
      Optional<Double> days,
      boolean httpOnly,
      String sameSite) {

    boolean isSameCookie(Stored other) {
      return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
    }
  }

  BrowserModel(Instant now, String sameSiteByDefault) {
    this.now = now;
    this.sameSiteByDefault = sameSiteByDefault;
  }

  List<Stored> jar() {
    return jar;
  }

  void receive(String field) {
    String[] parts = field.split("; ", -1);
    Map<String, String> attributes = new HashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      attributes.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    String[] pair = parts[0].split("=", 2);
    if (accepts(pair[0], attributes)) {
      store(pair[0], pair[1], attributes);
    }
  }

  private static boolean accepts(String name, Map<String, String> attributes) {
    boolean needsSecure =
        attributes.containsKey("Secure")
            || attributes.containsKey("Partitioned")
            || "None".equals(attributes.get("SameSite"));
    String prefix = name.toLowerCase(Locale.ROOT);
    return !needsSecure
        && List.of("__host-", "__secure-", "__http-").stream().noneMatch(prefix::startsWith)
        && List.of("example.org", "home.example.org")
            .contains(attributes.getOrDefault("Domain", "example.org"));
  }

  private void store(String name, String value, Map<String, String> attributes) {
    Optional<Double> days = days(attributes);
    Stored stored =
        new Stored(
            name,
            value,
            attributes.containsKey("Domain") ? "." + attributes.get("Domain") : "home.example.org",
            attributes.getOrDefault("Path", "/"),
            days.map(exact -> Math.min(exact, LONGEST_DAYS)),
            attributes.containsKey("HttpOnly"),
            attributes.getOrDefault("SameSite", sameSiteByDefault));
    jar.removeIf(stored::isSameCookie);
    if (days.isEmpty() || days.get() > 0) {
      jar.add(stored);
    }
  }

  private Optional<Double> days(Map<String, String> attributes) {
    if (attributes.containsKey("Max-Age")) {
      return Optional.of(Long.parseLong(attributes.get("Max-Age")) / 86_400.0);
    }
    return Optional.ofNullable(attributes.get("Expires"))
        .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .map(end -> Duration.between(now, end).toSeconds() / 86_400.0);
  }
}
