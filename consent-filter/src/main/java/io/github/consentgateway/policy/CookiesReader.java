package io.github.consentgateway.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the cookies, and checks what concerns more than one of them. */
final class CookiesReader {

  private final Section file;
  private final CookieReader reader;
  private final Set<String> names = new HashSet<>();

  CookiesReader(Section file, Set<String> purposes, String site, Clock clock, Problems warnings) {
    this.file = file;
    this.reader = new CookieReader(new References(purposes), site, clock, warnings);
  }

  /**
   * Reads all cookies.
   *
   * @param sound whether the services are without mistakes; if not, a policy missing there may be
   *     one of them, and is not reported again
   */
  List<CookieRule> read(List<Service> services, boolean sound) {
    List<Section> sections = file.sections("cookies");
    List<CookieRule> rules = new ArrayList<>();
    for (Section section : sections) {
      rules.add(reader.read(section));
      refuseSecond(section);
    }
    Set<String> documented = documented(rules, services);
    for (int i = 0; sound && i < rules.size(); i++) {
      refuseUndocumented(sections.get(i), rules.get(i), documented);
    }
    return rules;
  }

  private static Set<String> documented(List<CookieRule> rules, List<Service> services) {
    Set<String> providers = new HashSet<>();
    services.forEach(service -> providers.add(service.provider()));
    for (CookieRule rule : rules) {
      rule.policyUrl().flatMap(url -> rule.provider()).ifPresent(providers::add);
    }
    return providers;
  }

  private void refuseSecond(Section section) {
    section
        .find("name")
        .filter(node -> node instanceof Node.Scalar scalar && !names.add(scalar.text()))
        .ifPresent(node -> section.problem(node, "name", "is declared above already"));
  }

  /** A recipient is named with its policy (CNIL, recommendation 2020-092, article 2). */
  private static void refuseUndocumented(Section section, CookieRule rule, Set<String> documented) {
    if (rule.thirdPartyAccess()) {
      rule.provider()
          .filter(provider -> !documented.contains(provider))
          .ifPresent(provider -> section.require("policyUrl", undocumented(provider)));
    }
  }

  private static String undocumented(String provider) {
    return WebAddress.PAGE + ", here or at a service of " + Problems.quote(provider);
  }
}
