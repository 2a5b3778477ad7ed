package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
  private final Dependencies dependencies;
  private Map<String, String> lines = Map.of();
  private List<String> deletions = List.of();
  private boolean personal;

  /** The gate's fields of a response that may depend on these fields of its request. */
  OwnFields(ResponseHead head, Dependencies dependencies) {
    this.head = head;
    this.dependencies = dependencies;
  }

  /** Expires cookies, as many as there is room for; the application's fields go before them. */
  void expire(List<SetCookie> cookies) {
    makePersonal();
    List<String> sent = new ArrayList<>();
    for (SetCookie cookie : HeadBudget.fitting(cookies, HeadBudget.left(head))) {
      send(cookie.text(), cookie.text());
      sent.add(cookie.text());
    }
    deletions = sent;
  }

  /** Takes deletions out of the head again, the last ones first, until so much more fits in. */
  void makeRoom(int octets) {
    if (!deletions.isEmpty()) {
      takeBack(octets - HeadBudget.left(head));
    }
  }

  private void takeBack(int octets) {
    List<String> taken = new ArrayList<>();
    for (int left = octets; left > 0 && !deletions.isEmpty(); ) {
      String line = deletions.remove(deletions.size() - 1);
      lines.remove(line);
      taken.add(line);
      left -= HeadBudget.octets(SET_COOKIE, line);
    }
    if (!taken.isEmpty()) {
      withdraw(taken);
    }
  }

  /** Every container can replace a field, but not every one can remove it: one line may stay. */
  private void withdraw(List<String> taken) {
    List<String> kept = new ArrayList<>(head.fields(SET_COOKIE));
    kept.removeAll(taken);
    if (kept.isEmpty()) {
      kept.add(Collections.min(taken, Comparator.comparingInt(String::length)));
    }
    head.set(SET_COOKIE, kept.get(0));
    kept.subList(1, kept.size()).forEach(line -> head.add(SET_COOKIE, line));
  }

  /** Sends a cookie of ours; a later one under the same key takes the place of the earlier one. */
  void send(String key, String line) {
    makeRoom(HeadBudget.octets(SET_COOKIE, line));
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

  /** A {@code Vary} of the application that names what the response depends on as well. */
  String varying(String vary) {
    return personal ? CachePrivacy.varying(vary, dependencies) : vary;
  }

  /** Notes that the response depends on the visitor, and says so to caches. */
  void makePersonal() {
    if (!personal) {
      personal = true;
      CachePrivacy.protect(head, dependencies);
    }
  }

  /** Puts back whatever of ours is not in the head any more. */
  void restore() {
    if (personal) {
      CachePrivacy.protect(head, dependencies);
    }
    if (!lines.isEmpty()) {
      List<String> present = head.fields(SET_COOKIE);
      lines.values().stream()
          .filter(line -> !present.contains(line))
          .forEach(line -> head.add(SET_COOKIE, line));
    }
  }
}
