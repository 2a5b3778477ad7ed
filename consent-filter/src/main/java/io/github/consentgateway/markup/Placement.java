package io.github.consentgateway.markup;

/**
 * Who says where {@link Place#BANNER} is. In both cases the first element of the body with the
 * attribute {@code data-consent-control} takes {@link Place#CONTROL}, right after its start tag.
 */
public enum Placement {
  /** The page: first in its body, even if no tag says where the body begins. The default. */
  BODY,
  /**
   * The application: in the first element with the attribute {@code data-consent-banner}, right
   * after its start tag; before the end of the body if there is none, so that the visitor is asked.
   */
  MARKER
}
