package io.github.consentgateway.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one cookie. */
final class CookieReader {

  private static final String NAME =
      "a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its"
          + " end such as *sid";
  private static final Pattern NAMES =
      Pattern.compile("\\*?[A-Za-z0-9._!#$%&'+^`|~-]+|[A-Za-z0-9._!#$%&'+^`|~-]+\\*");
  private static final int LONGEST_NAME = 256;
  private static final String LIFETIME =
      "session, or an ISO 8601 period from PT1S to P13M, which is 390 days";
  private static final int MOST_MONTHS = 13;
  private static final String PATH =
      "a path that begins with / and holds no ; or control character";

  private final References references;
  private final String site;
  private final ExemptionReader exemptions;

  CookieReader(References references, String site, Clock clock, Problems warnings) {
    this.references = references;
    this.site = site;
    this.exemptions = new ExemptionReader(references, clock, warnings);
  }

  CookieRule read(Section section) {
    Optional<Node.Scalar> name = name(section);
    Set<String> purposes = references.purposes(section, "purposes");
    ExemptionReader.Exemption exemption = exemptions.read(section, name);
    boolean thirdParty = thirdPartyAccess(section);
    CookieRule rule =
        new CookieRule(
            name.map(Node.Scalar::text).orElse(""),
            purposes,
            exemption.exempt(),
            exemption.why(),
            lifetime(section),
            provider(section, thirdParty),
            PolicyReader.optionalPage(section, "policyUrl"),
            thirdParty,
            domains(section),
            paths(section),
            section.isOn("partitioned"),
            exemption.override(),
            exemption.audience());
    PolicyReader.refuseLegalBasis(section);
    section.close();
    return rule;
  }

  private Optional<Node.Scalar> name(Section section) {
    Optional<Node.Scalar> name = section.requireText("name", NAME);
    Optional<Node.Scalar> usable = name.filter(scalar -> isName(scalar.text()));
    name.filter(scalar -> usable.isEmpty())
        .ifPresent(scalar -> section.wrong(scalar, "name", NAME));
    usable
        .filter(scalar -> OwnNames.at(site).swallow(NamePattern.of(scalar.text())))
        .ifPresent(scalar -> section.wrong(scalar, "name", "a name that the gateway does not use"));
    return usable;
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && NAMES.matcher(text).matches();
  }

  private static Optional<Duration> lifetime(Section section) {
    Optional<Node.Scalar> text = section.requireText("lifetime", LIFETIME);
    Optional<Duration> lifetime = text.flatMap(scalar -> Span.parse(scalar.text(), MOST_MONTHS));
    text.filter(scalar -> lifetime.isEmpty() && !scalar.text().equals("session"))
        .ifPresent(scalar -> section.wrong(scalar, "lifetime", LIFETIME));
    return lifetime;
  }

  /** Must be said of what needs consent (CJEU C-673/17, Planet49). */
  private static boolean thirdPartyAccess(Section section) {
    if (section.find("exempt").isEmpty()) {
      section.require("thirdPartyAccess", "true or false");
    }
    return section.flag("thirdPartyAccess").orElse(false);
  }

  private static Optional<String> provider(Section section, boolean required) {
    if (required) {
      section.require("provider", "who gets at the cookie");
    }
    return section.text("provider").map(Node.Scalar::text);
  }

  private List<String> domains(Section section) {
    String allowed = "the host of " + site + ", or a domain above it";
    Map<String, Node.Scalar> domains = section.texts("domains");
    domains.values().stream()
        .filter(domain -> !isDomain(domain.text()))
        .forEach(domain -> section.wrong(domain, "domains", allowed));
    return List.copyOf(domains.keySet());
  }

  private boolean isDomain(String text) {
    // Without a site every domain would be reported, though the mistake is elsewhere.
    return WebAddress.isHost(text) && (site.isEmpty() || WebAddress.isDomainOf(text, site));
  }

  private static List<String> paths(Section section) {
    Map<String, Node.Scalar> paths = section.texts("paths");
    paths.values().stream()
        .filter(path -> !isPath(path.text()))
        .forEach(path -> section.wrong(path, "paths", PATH));
    return paths.isEmpty() ? List.of("/") : List.copyOf(paths.keySet());
  }

  private static boolean isPath(String text) {
    return text.startsWith("/") && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';');
  }
}
