package io.github.consentgateway.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that the gate itself puts into a response head, beside the application's: deletions,
 * the days of first deposits, and what keeps shared caches away. Applications and containers clear
 * and replace fields wholesale; {@link #restore} puts ours back.
 */
final class OwnFields {

  private static final String SET_COOKIE = "Set-Cookie";

  private final ResponseHead head;
  private Map<String, String> lines = Map.of();
  private boolean personal;

  OwnFields(ResponseHead head) {
    this.head = head;
  }

  /** Sends a cookie of ours; a later one under the same key takes the place of the earlier one. */
  void send(String key, String line) {
    lines = lines.isEmpty() ? new LinkedHashMap<>() : lines;
    String earlier = lines.put(key, line);
    if (earlier == null) {
      head.add(SET_COOKIE, line);
    } else {
      replace(earlier, line);
    }
  }

  private void replace(String earlier, String line) {
    List<String> present = head.fields(SET_COOKIE);
    head.set(SET_COOKIE, line);
    for (String other : present) {
      if (!other.equals(earlier)) {
        head.add(SET_COOKIE, other);
      }
    }
  }

  /** Whether {@code line} is one of ours. */
  boolean include(String line) {
    return lines.containsValue(line);
  }

  /** Whether the response depends on the visitor. */
  boolean personal() {
    return personal;
  }

  /** Notes that the response depends on the visitor, and says so to caches. */
  void makePersonal() {
    if (!personal) {
      personal = true;
      CachePrivacy.protect(head);
    }
  }

  /** Puts back whatever of ours is not in the head any more. */
  void restore() {
    if (personal) {
      CachePrivacy.protect(head);
    }
    if (!lines.isEmpty()) {
      List<String> present = head.fields(SET_COOKIE);
      lines.values().stream()
          .filter(line -> !present.contains(line))
          .forEach(line -> head.add(SET_COOKIE, line));
    }
  }
}
