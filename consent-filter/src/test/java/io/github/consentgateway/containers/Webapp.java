package io.github.consentgateway.containers;

/**
 * The two deployments of the matrix application: they differ only in the name of the container's
 * session cookie.
 */
enum Webapp {
  /** Its session cookie is declared exempt. */
  PLAIN("/plain", "JSESSIONID"),
  /** Its session cookie is known to no registry. */
  ODD("/odd", "zzz_session");

  final String path;
  final String sessionCookie;

  Webapp(String path, String sessionCookie) {
    this.path = path;
    this.sessionCookie = sessionCookie;
  }
}
