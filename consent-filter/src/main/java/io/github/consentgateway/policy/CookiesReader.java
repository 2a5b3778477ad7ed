package io.github.consentgateway.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the cookies, and checks what concerns more than one of them. */
final class CookiesReader {

  private final Section file;
  private final CookieReader reader;
  private final Set<String> names = new HashSet<>();

  CookiesReader(Section file, Set<String> purposes, String site, Clock clock, Problems warnings) {
    this.file = file;
    this.reader = new CookieReader(new References(purposes), site, clock, warnings);
  }

  List<CookieRule> read(List<Service> services) {
    List<Section> sections = file.sections("cookies");
    List<CookieRule> rules = new ArrayList<>();
    for (Section section : sections) {
      rules.add(reader.read(section));
      refuseSecond(section);
    }
    Set<String> documented =
        services.stream().map(Service::provider).collect(Collectors.toCollection(HashSet::new));
    for (CookieRule rule : rules) {
      rule.policyUrl().flatMap(url -> rule.provider()).ifPresent(documented::add);
    }
    for (int i = 0; i < rules.size(); i++) {
      refuseUndocumented(sections.get(i), rules.get(i), documented);
    }
    return rules;
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
