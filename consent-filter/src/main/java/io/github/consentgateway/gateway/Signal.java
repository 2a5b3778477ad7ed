package io.github.consentgateway.gateway;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The visitor's Global Privacy Control: the field {@code Sec-GPC} with the value 1 and nothing else
 * (<a href="https://www.w3.org/TR/gpc/#the-sec-gpc-header-field-for-http-requests">GPC</a>). One
 * such field is enough, whatever other ones say. It is never taken from the application.
 */
final class Signal {

  static final String FIELD = "Sec-GPC";

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Signal() {}

  /** Whether the request carries the signal. */
  static boolean isOn(RequestHead request) {
    List<String> fields = request.fields(FIELD);
    return !fields.isEmpty() && fields.contains("1");
  }

  /**
   * The statement that a site publishes about it; dated if the policy's version is a date (<a
   * href="https://www.w3.org/TR/gpc/#gpc-support-resource">GPC</a>).
   */
  static String support(String version) {
    return DATE.matcher(version).matches()
        ? "{\"gpc\":true,\"lastUpdate\":\"" + version + "\"}\n"
        : "{\"gpc\":true}\n";
  }
}
