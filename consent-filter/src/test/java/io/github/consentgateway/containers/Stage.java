package io.github.consentgateway.containers;

/** A place in the application at which a route may act. */
enum Stage {
  /** In a filter outside the gate, before the chain. */
  BEFORE,
  /** In the servlet. */
  MAIN,
  /** In the target of a forward, an include or an asynchronous dispatch. */
  TARGET,
  /** In the target of a target. */
  INNER,
  /** In the error page. */
  ERROR,
  /** In a filter outside the gate, after the chain. */
  AFTER
}
