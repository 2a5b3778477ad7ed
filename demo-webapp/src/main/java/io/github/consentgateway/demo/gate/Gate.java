package io.github.consentgateway.demo.gate;

/**
 * What the shop asks of whoever stands between it and the browser.
 *
 * @param inForce whether anyone does
 * @param grants what visitors agreed to
 * @param explanation why cookies pass or do not
 */
public record Gate(boolean inForce, Grants grants, Explanation explanation) {

  /** Nobody stands there: everything is sent, nothing is asked, no reason is given. */
  public static final Gate NONE =
      new Gate(
          false,
          (request, purpose) -> true,
          (header, value, request) -> Explanation.Why.NOBODY_ASKED);
}
