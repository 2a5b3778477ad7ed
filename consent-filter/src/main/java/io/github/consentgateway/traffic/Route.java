package io.github.consentgateway.traffic;

import java.util.regex.Pattern;

/**
 * Which part of an application answered: the pattern that a developer has written, such as {@code
 * /orders/{id}}, and never the path of a request, which may have anything in it. Immutable.
 */
public final class Route extends Term {

  /** Nobody has written a pattern for it. */
  public static final Route OTHER = new Route("other");

  private static final Pattern ALLOWED = Pattern.compile("[/*][!-~]{0,199}");

  private Route(String text) {
    super(text);
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
  @Override
  public String text() {
    return super.text();
  }
}
