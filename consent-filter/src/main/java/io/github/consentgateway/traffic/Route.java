package io.github.consentgateway.traffic;

import java.util.regex.Pattern;

/**
 * Which part of an application answered: the pattern that a developer has written, such as {@code
 * /orders/{id}}, and never the path of a request, which may have anything in it. Immutable.
 */
public final class Route {

  /** Nobody has written a pattern for it. */
  public static final Route OTHER = new Route("other");

  private static final Pattern ALLOWED = Pattern.compile("[/*][!-~]{0,199}");

  private final String text;

  private Route(String text) {
    this.text = text;
  }

  /**
   * A pattern of the application's own, of at most 200 visible ASCII characters.
   *
   * @return {@link #OTHER} for anything else
   */
  public static Route of(String pattern) {
    return ALLOWED.matcher(pattern).matches() ? new Route(pattern) : OTHER;
  }

  /** The pattern, or {@code other}. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Route that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
