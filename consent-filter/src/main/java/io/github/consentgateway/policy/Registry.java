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
    for (CookieRule rule : cookies) {
      if (OwnNames.at(other).swallow(NamePattern.of(rule.name()))) {
        String message = other + " has no room for the cookie " + rule.name();
        throw PolicyText.refusal("site", message + ", a name that the gateway uses there");
      }
    }
    return new Registry(
        other,
        controller,
        dpo,
        authority,
        version,
        languages,
        purposes,
        cookies,
        services,
        headers);
  }

  Registry with(CookieRule rule) {
    List<CookieRule> more = new ArrayList<>(cookies);
    more.add(rule);
    return new Registry(
        site, controller, dpo, authority, version, languages, purposes, more, services, headers);
  }
}
