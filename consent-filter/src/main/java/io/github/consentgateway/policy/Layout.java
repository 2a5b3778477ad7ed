package io.github.consentgateway.policy;

/** How the question lies on a page of the application. */
public enum Layout {
  /** A card in the lower corner of a wide screen, a sheet at the foot of a narrow one. */
  BOX,
  /** A strip along the foot of the screen. */
  BAR,
  /** A dialogue in the middle of the screen; Escape refuses. */
  MODAL,
  /** A part of the page like any other, where it is placed. */
  INLINE,
  /** The whole first screen, with the page behind it. */
  PAGE
}
