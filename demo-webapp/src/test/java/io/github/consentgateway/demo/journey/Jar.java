package io.github.consentgateway.demo.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A browser's cookie jar at one moment. */
record Jar(List<Held> cookies) {

  /** The most that a cookie may live: 13 months of 30 days. */
  static final Duration CAP = Duration.ofDays(390);

  /**
   * One cookie.
   *
   * @param expires when the browser forgets it; empty for a cookie of the session
   */
  record Held(String name, String value, String path, Optional<Instant> expires) {}

  /** The names, without doubles; the day at the end of {@code consent-since-…} is left out. */
  Set<String> names() {
    return cookies.stream()
        .map(held -> held.name().startsWith(Cookies.SINCE) ? Cookies.SINCE : held.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Optional<Held> find(String name) {
    return cookies.stream().filter(held -> held.name().equals(name)).findFirst();
  }

  /** Its value; empty if there is no such cookie. */
  String value(String name) {
    return find(name).map(Held::value).orElse("");
  }

  /** The cookies that outlive the cap, counted from {@code now}. */
  Set<String> tooLongLived(Instant now) {
    return cookies.stream()
        .filter(held -> held.expires().filter(now.plus(CAP)::isBefore).isPresent())
        .map(Held::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
