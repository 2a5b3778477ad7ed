package io.github.consentgateway.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is on record of one visitor on two days, by the names of fields. */
record LinkedDays(Map<String, String> first, Map<String, String> second) {

  /** Of the first day, the fields that are wanted. */
  Map<String, String> first(Predicate<String> fields) {
    return wanted(first, fields);
  }

  private static Map<String, String> wanted(Map<String, String> all, Predicate<String> fields) {
    Map<String, String> wanted = new TreeMap<>(all);
    wanted.keySet().removeIf(fields.negate());
    return wanted;
  }
}
