package io.github.consentgateway.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pattern that a name belongs to, by its number. An exact name goes before a pattern, and
 * the pattern with more fixed characters before the shorter one; of two equally long, the beginning
 * goes before the end. A search makes no object and reads no more of the name than the patterns are
 * long, so that long names cost nothing extra.
 *
 * <p>Exact names stand in a hash table with open addressing. The hash takes the length and three
 * characters only: the names are the operator's, so nobody else can make them collide.
 */
final class NameTable {

  private static final int NONE = -1;

  private final @Nullable String[] names;
  private final int[] numbers;
  private final OpenNames prefixes;
  private final OpenNames suffixes;

  NameTable(List<NamePattern> patterns) {
    int size = Integer.highestOneBit(patterns.size() + 1) * 4;
    names = new String[size];
    numbers = new int[size];
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).kind() == NamePattern.Kind.EXACT) {
        put(patterns.get(i).literal(), i);
      }
    }
    prefixes = new OpenNames(patterns, NamePattern.Kind.PREFIX);
    suffixes = new OpenNames(patterns, NamePattern.Kind.SUFFIX);
  }

  private void put(String name, int number) {
    int slot = slot(name, 0, name.length());
    while (names[slot] != null) {
      slot = next(slot);
    }
    names[slot] = name;
    numbers[slot] = number;
  }

  /** The number of the exact name that the region of {@code text} is, or -1. */
  int exact(String text, int from, int to) {
    if (from >= to) {
      return NONE;
    }
    int slot = slot(text, from, to);
    for (String name = names[slot]; name != null; name = names[slot]) {
      if (name.length() == to - from && text.startsWith(name, from)) {
        return numbers[slot];
      }
      slot = next(slot);
    }
    return NONE;
  }

  /** The number of the beginning or end that the region of {@code text} has, or -1. */
  int open(String text, int from, int to) {
    if (from >= to) {
      return NONE;
    }
    int prefix = prefixes.find(text, from, to, text.charAt(from));
    int suffix = suffixes.find(text, from, to, text.charAt(to - 1));
    return prefixes.length(prefix) >= suffixes.length(suffix)
        ? prefixes.number(prefix)
        : suffixes.number(suffix);
  }

  private int slot(String text, int from, int to) {
    int length = to - from;
    int ends = text.charAt(from) * 31 + text.charAt(to - 1);
    int hash = (ends * 31 + text.charAt(from + length / 2)) * 31 + length;
    return (hash ^ (hash >>> 7)) & (names.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (names.length - 1);
  }
}
