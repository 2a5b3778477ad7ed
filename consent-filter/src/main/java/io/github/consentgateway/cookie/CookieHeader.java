package io.github.consentgateway.cookie;

/** The value of one {@code Cookie} field. Immutable. */
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

  /** Shows the pairs to {@code visitor} in order, until it says stop. */
  public void visit(PairVisitor visitor) {
    throw new UnsupportedOperationException();
  }

  /** The field with only the pairs whose name passes; this very object if all do. */
  public CookieHeader keep(NameTest kept) {
    throw new UnsupportedOperationException();
  }

  /** Whether no pair is left. */
  public boolean isEmpty() {
    throw new UnsupportedOperationException();
  }
}
