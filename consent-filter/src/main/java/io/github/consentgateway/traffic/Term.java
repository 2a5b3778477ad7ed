package io.github.consentgateway.traffic;

/**
 * A value of the closed vocabulary that is logged: it is made by its own kind only, so that nothing
 * else can be taken for it. Immutable; the text is made to be logged.
 */
abstract sealed class Term permits Referrer, Route {

  private final String text;

  Term(String text) {
    this.text = text;
  }

  /** What is logged. */
  public String text() {
    return text;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Term that && getClass() == that.getClass() && text.equals(that.text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  /** The text. */
  @Override
  public final String toString() {
    return text;
  }
}
