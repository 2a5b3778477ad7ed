package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.List;

/** The content of a policy file that has no mistakes. */
record Registry(
    String site,
    Controller controller,
    String dpo,
    Authority authority,
    String version,
    boolean bindToConsent,
    boolean minors,
    Banner banner,
    List<String> languages,
    PurposeTable purposes,
    List<CookieRule> cookies,
    List<Service> services,
    List<HeaderRule> headers) {

  Registry {
    languages = List.copyOf(languages);
    cookies = List.copyOf(cookies);
    services = List.copyOf(services);
    headers = List.copyOf(headers);
  }

  /**
   * The same content for another origin.
   *
   * @throws PolicyException if it is no origin, or has no room for a declared cookie
   */
  Registry withSite(String other) {
    if (!WebAddress.isOrigin(other)) {
      String message = Problems.quote(other) + " is no origin; allowed: " + WebAddress.ORIGIN;
      throw PolicyText.refusal("site", message);
    }
    cookies.forEach(rule -> refuseOwnName(rule, other));
    return new Registry(
        other,
        controller,
        dpo,
        authority,
        version,
        bindToConsent,
        minors,
        banner,
        languages,
        purposes,
        cookies,
        services,
        headers);
  }

  private static void refuseOwnName(CookieRule rule, String site) {
    if (OwnNames.at(site).swallow(NamePattern.of(rule.name()))) {
      String message = site + " has no room for the cookie " + rule.name();
      throw PolicyText.refusal("site", message + ", a name that the gateway uses there");
    }
  }

  /**
   * The same content and one cookie more.
   *
   * @throws PolicyException if the gateway uses its name
   */
  Registry with(CookieRule rule) {
    refuseOwnName(rule, site);
    List<CookieRule> more = new ArrayList<>(cookies);
    more.add(rule);
    return new Registry(
        site,
        controller,
        dpo,
        authority,
        version,
        bindToConsent,
        minors,
        banner,
        languages,
        purposes,
        more,
        services,
        headers);
  }
}
