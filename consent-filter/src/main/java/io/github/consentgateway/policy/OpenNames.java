package io.github.consentgateway.policy;

import java.util.Comparator;
import java.util.List;

/** The beginnings, or the ends, that names may have, the longest first. */
final class OpenNames {

  private final boolean atEnd;
  private final String[] literals;

  /** The outermost character of each literal: most names differ there already. */
  private final char[] outermost;

  private final int[] numbers;

  OpenNames(List<NamePattern> patterns, NamePattern.Kind kind) {
    List<NamePattern> open =
        patterns.stream()
            .filter(pattern -> pattern.kind() == kind)
            .sorted(Comparator.comparingInt(pattern -> -pattern.literal().length()))
            .toList();
    atEnd = kind == NamePattern.Kind.SUFFIX;
    literals = open.stream().map(NamePattern::literal).toArray(String[]::new);
    numbers = open.stream().mapToInt(patterns::indexOf).toArray();
    outermost = new char[literals.length];
    for (int i = 0; i < literals.length; i++) {
      outermost[i] = literals[i].charAt(atEnd ? literals[i].length() - 1 : 0);
    }
  }

  /**
   * The place in this list of the longest one that the region of {@code text} has, or -1.
   *
   * @param edge the first character of the region, or the last if these are ends
   */
  int find(String text, int from, int to, char edge) {
    for (int i = 0; i < literals.length; i++) {
      if (outermost[i] == edge && matches(literals[i], text, from, to)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(String literal, String text, int from, int to) {
    int at = atEnd ? to - literal.length() : from;
    return literal.length() <= to - from && text.startsWith(literal, at);
  }

  /** The length of the one at this place, -1 if there is none. */
  int length(int place) {
    return place < 0 ? -1 : literals[place].length();
  }

  /** The number of the pattern at this place, -1 if there is none. */
  int number(int place) {
    return place < 0 ? -1 : numbers[place];
  }
}
