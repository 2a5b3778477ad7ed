package io.github.consentgateway.demo.gate;

import jakarta.servlet.Filter;
import java.util.Optional;

/**
 * What the shop asks of whoever stands between it and the browser.
 *
 * @param inForce whether anyone does
 * @param filter the first of the shop's filters
 * @param grants what visitors agreed to
 * @param explanation why cookies pass or do not
 */
public record Gate(
    boolean inForce, Optional<Filter> filter, Grants grants, Explanation explanation) {

  /** Nobody stands there: everything is sent, nothing is asked, no reason is given. */
  public static final Gate NONE =
      new Gate(
          false,
          Optional.empty(),
          (request, purpose) -> true,
          (header, parts, request) -> Explanation.Why.NOBODY_ASKED);
}
