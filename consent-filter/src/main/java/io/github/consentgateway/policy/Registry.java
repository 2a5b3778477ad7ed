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

  Registry withSite(String other) {
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
