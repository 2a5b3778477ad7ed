package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Gathers what is wrong with a policy file, so that all of it is told together. */
final class Problems {

  /** More would not help anybody, and a hostile file could otherwise make the report huge. */
  static final int MOST = 100;

  private static final int LONGEST_QUOTE = 60;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Comparator<Problem> IN_ORDER =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final List<Problem> found = new ArrayList<>();

  void add(Node at, String message) {
    add(at.line(), at.column(), message);
  }

  void add(int line, int column, String message) {
    Problem problem = new Problem(line, column, message);
    if (found.size() < MOST && !found.contains(problem)) {
      found.add(problem);
    }
  }

  int count() {
    return found.size();
  }

  /** The problems in the order of the file. */
  List<Problem> sorted() {
    return found.stream().sorted(IN_ORDER).toList();
  }

  /**
   * Ends the reading if anything was found.
   *
   * @throws PolicyException with all problems
   */
  void refuseIfAny(String place) {
    if (!found.isEmpty()) {
      throw new PolicyException(place, sorted());
    }
  }

  /** A value as it may stand in a message: in quotes, visible, on one line, of bounded length. */
  static String quote(String value) {
    String shown = value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
    return '"' + INVISIBLE.matcher(oneLine(shown)).replaceAll("?") + '"';
  }

  /** The text without line ends and other control characters. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) ? '?' : (char) c));
    return line.toString();
  }
}
