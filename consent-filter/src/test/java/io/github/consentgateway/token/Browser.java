package io.github.consentgateway.token;

import io.github.consentgateway.cookie.SetCookie;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cookie jar for one path that keeps each cookie as long as it is told, and no longer. */
final class Browser {

  private record Kept(SetCookie cookie, Instant until) {}

  private final Map<String, Kept> jar = new TreeMap<>();
  private final Clock clock;

  Browser(Clock clock) {
    this.clock = clock;
  }

  void store(SetCookie cookie) {
    Instant now = clock.instant();
    Instant until = cookie.lifetime(now).map(now::plus).orElse(Instant.MAX);
    jar.put(cookie.name(), new Kept(cookie, until));
  }

  /** One {@code Cookie} field value for each cookie alive. */
  List<String> cookies() {
    return jar.values().stream()
        .filter(kept -> kept.until().isAfter(clock.instant()))
        .map(kept -> Fixtures.sent(kept.cookie()))
        .toList();
  }
}
