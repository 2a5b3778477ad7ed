package io.github.consentgateway.markup;

/** A place of a page where the gateway has something to show. */
public enum Place {
  /** Where the visitor is asked: first in the body, or where the application wants it. */
  BANNER,
  /** Where the visitor finds the way back to the choice: last in the body. */
  CONTROL
}
