package io.github.consentgateway.policy;

/** Where pages show the way back to the choice. */
public enum ControlPlace {
  /** Last in the body of every page. */
  END,
  /**
   * Where the application says so: in the first element with the attribute {@code
   * data-consent-control}; last in the body of a page that has none. Only for pages whose markup is
   * the application's own: whoever can write the attribute can move the way back.
   */
  MARKER
}
