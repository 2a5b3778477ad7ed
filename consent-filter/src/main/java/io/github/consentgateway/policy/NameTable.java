package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pattern that a name belongs to, by its number. An exact name goes before a pattern, and
 * the pattern with more fixed characters before the shorter one; of two equally long, the beginning
 * goes before the end. A search reads the name at most twice and makes no object, so that long
 * names cost no more than their length.
 */
final class NameTable {

  private final String[] names;
  private final int[] numbers;
  private final int longest;
  private final NamePattern[] patterns;
  private final int[] patternNumbers;

  /** The low six bits of the first letters of prefixes, and of the last letters of suffixes. */
  private final long firsts;

  private final long lasts;

  NameTable(List<NamePattern> all) {
    int size = Integer.highestOneBit(Math.max(all.size(), 1)) * 4;
    names = new String[size];
    numbers = new int[size];
    List<NamePattern> open = new ArrayList<>();
    int most = 0;
    for (int i = 0; i < all.size(); i++) {
      NamePattern pattern = all.get(i);
      if (pattern.kind() == NamePattern.Kind.EXACT) {
        put(pattern.literal(), i);
        most = Math.max(most, pattern.literal().length());
      } else {
        open.add(pattern);
      }
    }
    longest = most;
    open.sort(
        Comparator.comparingInt((NamePattern pattern) -> -pattern.literal().length())
            .thenComparing(NamePattern::kind));
    patterns = open.toArray(NamePattern[]::new);
    patternNumbers = open.stream().mapToInt(all::indexOf).toArray();
    firsts = letters(open, NamePattern.Kind.PREFIX);
    lasts = letters(open, NamePattern.Kind.SUFFIX);
  }

  private static long letters(List<NamePattern> patterns, NamePattern.Kind kind) {
    long letters = 0;
    for (NamePattern pattern : patterns) {
      String literal = pattern.literal();
      int at = kind == NamePattern.Kind.PREFIX ? 0 : literal.length() - 1;
      letters |= pattern.kind() == kind ? 1L << literal.charAt(at) : 0;
    }
    return letters;
  }

  private void put(String name, int number) {
    int slot = name.hashCode() & (names.length - 1);
    while (names[slot] != null) {
      slot = (slot + 1) & (names.length - 1);
    }
    names[slot] = name;
    numbers[slot] = number;
  }

  /** The number of the pattern that the region of {@code text} belongs to, or -1. */
  int find(String text, int from, int to) {
    if (from >= to) {
      return -1;
    }
    int exact = to - from > longest ? -1 : exact(text, from, to);
    return exact < 0 ? open(text, from, to) : exact;
  }

  private int exact(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = hash & (names.length - 1);
    for (String name = names[slot]; name != null; name = names[slot]) {
      if (name.length() == to - from && text.startsWith(name, from)) {
        return numbers[slot];
      }
      slot = (slot + 1) & (names.length - 1);
    }
    return -1;
  }

  private int open(String text, int from, int to) {
    boolean possible =
        (((firsts >>> text.charAt(from)) | (lasts >>> text.charAt(to - 1))) & 1) != 0;
    for (int i = 0; possible && i < patterns.length; i++) {
      if (patterns[i].matches(text, from, to)) {
        return patternNumbers[i];
      }
    }
    return -1;
  }
}
