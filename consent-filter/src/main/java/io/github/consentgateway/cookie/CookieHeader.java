package io.github.consentgateway.cookie;

/**
 * The value of one {@code Cookie} field, split as servers must split it: at each semicolon,
 * whatever stands in quotes, and never at a comma. Immutable; every method takes time linear in the
 * length.
 */
public record CookieHeader(String text) {

  /** Decides on a name, given as a region of the field so that nothing is copied. */
  @FunctionalInterface
  public interface NameTest {
    boolean test(String text, int from, int to);
  }

  /** Receives one name-value pair as regions of the field. */
  @FunctionalInterface
  public interface PairVisitor {
    /** Takes a pair; returns whether to go on to the next one. */
    boolean visit(String text, int nameFrom, int nameTo, int valueFrom, int valueTo);
  }

  /**
   * Shows the pairs to {@code visitor} in order, until it says stop. Spaces and tabs around names
   * and values are left out, empty pairs too; a value without a name has an empty name region.
   */
  public void visit(PairVisitor visitor) {
    int end = text.length();
    boolean goesOn = true;
    for (int from = 0, to; goesOn && from < end; from = to + 1) {
      int equals = delimiter(from);
      to = equals < end && text.charAt(equals) == '=' ? indexOf(';', equals) : equals;
      goesOn = show(visitor, from, equals, to);
    }
  }

  /**
   * Shows the pairs whose name begins with {@code start}, as {@link #visit(PairVisitor)} would. It
   * looks for the text itself first, so a field without it costs hardly anything.
   */
  public void visitNames(String start, PairVisitor visitor) {
    int end = text.length();
    boolean goesOn = true;
    int at = text.indexOf(start);
    while (goesOn && at >= 0) {
      int to = indexOf(';', at);
      int from = text.lastIndexOf(';', at) + 1;
      if (Characters.skipBlanks(text, from, end) == at) {
        goesOn = show(visitor, from, Math.min(indexOf('=', at), to), to);
      }
      at = text.indexOf(start, to);
    }
  }

  /** The field with only the pairs whose name passes; this very object if all do. */
  public CookieHeader keep(NameTest kept) {
    int[] cut = {-1};
    visit(
        (field, nameFrom, nameTo, valueFrom, valueTo) -> {
          boolean keeps = nameFrom < nameTo && kept.test(field, nameFrom, nameTo);
          cut[0] = keeps ? -1 : valueTo;
          return keeps;
        });
    return cut[0] < 0 ? this : without(cut[0], kept);
  }

  /** Whether no pair is left. */
  public boolean isEmpty() {
    boolean[] empty = {true};
    visit((field, nameFrom, nameTo, valueFrom, valueTo) -> empty[0] = false);
    return empty[0];
  }

  /** The length only, since values are nobody's business in a log. */
  @Override
  public String toString() {
    return "CookieHeader[" + text.length() + " characters]";
  }

  /** Leaves out the pair that ends at {@code cut}; those before it have passed already. */
  private CookieHeader without(int cut, NameTest kept) {
    StringBuilder rest = new StringBuilder(text.length());
    visit(
        (field, nameFrom, nameTo, valueFrom, valueTo) -> {
          if (valueTo < cut
              || (valueTo > cut && nameFrom < nameTo && kept.test(field, nameFrom, nameTo))) {
            rest.append(rest.isEmpty() ? "" : "; ").append(field, nameFrom, valueTo);
          }
          return true;
        });
    return new CookieHeader(rest.toString());
  }

  private boolean show(PairVisitor visitor, int from, int equals, int to) {
    int nameFrom = Characters.skipBlanks(text, from, to);
    if (nameFrom == to) {
      return true;
    }
    if (equals == to) {
      return visitor.visit(
          text, nameFrom, nameFrom, nameFrom, Characters.dropBlanks(text, nameFrom, to));
    }
    int nameTo = Characters.dropBlanks(text, nameFrom, equals);
    int valueFrom = Characters.skipBlanks(text, equals + 1, to);
    return visitor.visit(
        text, nameFrom, nameTo, valueFrom, Characters.dropBlanks(text, valueFrom, to));
  }

  /** Where a name ends. A loop, since names are too short for a search to pay. */
  private int delimiter(int from) {
    int end = text.length();
    int at = from;
    while (at < end && text.charAt(at) != '=' && text.charAt(at) != ';') {
      at++;
    }
    return at;
  }

  private int indexOf(char c, int from) {
    int index = text.indexOf(c, from);
    return index < 0 ? text.length() : index;
  }
}
