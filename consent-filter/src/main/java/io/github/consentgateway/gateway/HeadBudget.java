package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import java.util.ArrayList;
import java.util.List;

/**
 * How many deletions fit into one response. Containers give a whole head 8 KiB and answer 500 when
 * it is full; what does not fit goes with the next response, since a cookie that is still there
 * comes again.
 */
final class HeadBudget {

  /** What a field costs beside its value: name, colon, line end. */
  private static final int FIELD = 14;

  private HeadBudget() {}

  /** Those of {@code cookies}, the first ones first, that together take at most {@code octets}. */
  static List<SetCookie> fitting(List<SetCookie> cookies, int octets) {
    List<SetCookie> fitting = new ArrayList<>();
    int left = octets;
    for (SetCookie cookie : cookies) {
      int size = cookie.text().length() + FIELD;
      if (size <= left) {
        fitting.add(cookie);
        left -= size;
      }
    }
    return fitting;
  }
}
