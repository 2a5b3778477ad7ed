package io.github.consentgateway.markup;

/** Who says where something of ours goes in a page. */
public enum Placement {
  /**
   * The page: what is asked goes first in its body, even if no tag says where the body begins; the
   * way back goes last. The default.
   */
  BODY,
  /**
   * The application: in the first element with the attribute {@code data-consent-banner} or {@code
   * data-consent-control}, right after its start tag; before the end of the body if there is none.
   * Only an element that shows what is put into it counts: a block or {@code span} of the body,
   * outside of any form and without {@code hidden}.
   */
  MARKER
}
