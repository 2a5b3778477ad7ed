package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Purpose;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The purposes that a form was shown with, each in the version that was shown. A choice decides on
 * these and nothing else: a page that was opened before the policy changed, or that did not ask
 * what the browser's signal had answered, is no yes to the rest (GDPR article 4(11)).
 */
record Asked(Map<String, Integer> versions) {

  static final String FIELD = "asked";
  private static final int MOST_DIGITS = 6;

  /** What the form says; empty if it says nothing, or nothing clear. */
  static Optional<Asked> of(Form form) {
    return form.only(FIELD).flatMap(Asked::parse);
  }

  private static Optional<Asked> parse(String text) {
    Map<String, Integer> versions = new HashMap<>();
    for (String part : text.strip().split(" ", -1)) {
      int colon = part.indexOf(':');
      String version = part.substring(colon + 1);
      if (colon < 1 || !version.matches("[1-9][0-9]*") || version.length() > MOST_DIGITS) {
        return Optional.empty();
      }
      versions.put(part.substring(0, colon), Integer.valueOf(version));
    }
    return Optional.of(new Asked(versions));
  }

  /** Whether the purpose was shown as it is today. */
  boolean covers(Purpose purpose) {
    Integer version = versions.get(purpose.id());
    return version != null && version == purpose.version();
  }

  /** The ids of the purposes that were shown, in whatever version. */
  Set<String> ids() {
    return versions.keySet();
  }
}
