package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of a response head deletions may take. Tomcat gives a whole head 8 KiB and answers 500
 * when it is full; Jetty and Undertow give more. So a deletion goes out only where it leaves the
 * application's own fields their room: an application whose head without the gate has {@value
 * #RESERVE} octets to spare keeps fitting in. What does not fit goes with the next response, since
 * a cookie that is still there comes again.
 */
final class HeadBudget {

  /** What every container takes by default, the smallest being Tomcat. */
  static final int HEAD = 8_192;

  /**
   * What stays free for all that the gate does not see coming: the status line, the container's own
   * fields and session cookie, redirects, numbers and dates.
   */
  static final int RESERVE = 1_024;

  private static final int COLON_AND_LINE_END = 4;

  private HeadBudget() {}

  /** What a field takes. */
  static int octets(String name, String value) {
    return name.length() + value.length() + COLON_AND_LINE_END;
  }

  /** What is left beside the fields of {@code head}; below zero if they are too much already. */
  static int left(ResponseHead head) {
    int left = HEAD - RESERVE;
    for (String name : distinct(head)) {
      for (String value : head.fields(name)) {
        left -= octets(name, value);
      }
    }
    return left;
  }

  private static Set<String> distinct(ResponseHead head) {
    return head.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** Those of {@code cookies}, the first ones first, that together take at most {@code octets}. */
  static List<SetCookie> fitting(List<SetCookie> cookies, int octets) {
    List<SetCookie> fitting = new ArrayList<>();
    int left = octets;
    for (SetCookie cookie : cookies) {
      int size = octets("Set-Cookie", cookie.text());
      if (size <= left) {
        fitting.add(cookie);
        left -= size;
      }
    }
    return fitting;
  }

  /** What these cookies take together. */
  static int octets(List<SetCookie> cookies) {
    return cookies.stream().mapToInt(cookie -> octets("Set-Cookie", cookie.text())).sum();
  }
}
