package io.github.consentgateway.policy;

/** Where the question gets into the pages of the application. */
public enum Injection {
  /** First in the body of every page. */
  BODY,
  /**
   * Where the application says so: in the first element with the attribute {@code
   * data-consent-banner}; at the end of the body of a page that has none.
   */
  MARKER,
  /**
   * Nowhere: pages pass unchanged, and it is the application that links to the preference centre on
   * each of them.
   */
  OFF
}
