package io.github.consentgateway.policy;

import java.util.List;
import java.util.Optional;

/**
 * The well-known trackers, which nobody declares exempt silently (CNIL, deliberation SAN-2025-010,
 * Condé Nast: "strictly necessary" must be true).
 */
final class Trackers {

  /**
   * One cookie, or family of cookies, known to follow people or to measure them.
   *
   * @param pattern its name
   * @param owner who reads it
   * @param audience whether its tool can be set up to meet the conditions of an exempt audience
   *     measurement
   */
  record Tracker(NamePattern pattern, String owner, boolean audience) {}

  static final List<Tracker> ALL =
      WordList.read("trackers.txt").stream().map(Trackers::tracker).toList();

  private static final NameTable NAMES = new NameTable(ALL.stream().map(Tracker::pattern).toList());

  private Trackers() {}

  /** Whether the region of {@code text} is the name of a tracker. */
  static boolean include(String text, int from, int to) {
    return NAMES.exact(text, from, to) >= 0 || NAMES.open(text, from, to) >= 0;
  }

  /** A tracker that a cookie of this pattern could be, one without an excuse first. */
  static Optional<Tracker> overlapping(NamePattern pattern, boolean audience) {
    return ALL.stream()
        .filter(tracker -> !(audience && tracker.audience()))
        .filter(tracker -> tracker.pattern().overlaps(pattern))
        .findFirst();
  }

  private static Tracker tracker(String line) {
    List<String> fields = List.of(line.split(" \\| ", -1));
    return new Tracker(NamePattern.of(fields.get(0)), fields.get(1), fields.size() > 2);
  }
}
