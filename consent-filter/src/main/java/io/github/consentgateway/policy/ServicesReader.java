package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the third parties that pages load something from. */
final class ServicesReader {

  private static final String COUNTRY = "an ISO 3166 code such as FR or US";
  private static final String ID = "an id such as youtube";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Section file;
  private final References references;
  private final Set<String> ids = new HashSet<>();

  ServicesReader(Section file, Set<String> purposes) {
    this.file = file;
    this.references = new References(purposes);
  }

  List<Service> read() {
    List<Service> services = new ArrayList<>();
    file.sections("services").forEach(section -> services.add(service(section)));
    return services;
  }

  private Service service(Section section) {
    Service service =
        new Service(
            id(section),
            references.purpose(section, "purpose"),
            PolicyReader.text(section, "provider", "who runs the service"),
            hosts(section),
            PolicyReader.page(section, "policyUrl"),
            country(section),
            section.text("safeguard").map(Node.Scalar::text));
    PolicyReader.refuseLegalBasis(section);
    section.close();
    return service;
  }

  private String id(Section section) {
    Optional<Node.Scalar> id = section.requireText("id", ID);
    id.filter(scalar -> !PurposesReader.isId(scalar.text()))
        .ifPresent(scalar -> section.wrong(scalar, "id", ID));
    id.filter(scalar -> !ids.add(scalar.text()))
        .ifPresent(
            scalar ->
                section.problem(
                    scalar, "id", Problems.quote(scalar.text()) + " is taken by a service above"));
    return id.map(Node.Scalar::text).orElse("");
  }

  private static List<String> hosts(Section section) {
    section.requireItems("hosts", "a list of host names");
    Map<String, Node.Scalar> hosts = section.texts("hosts");
    hosts.values().stream()
        .filter(host -> !isHost(host.text()))
        .forEach(host -> section.wrong(host, "hosts", WebAddress.HOST + " or *.example.fr"));
    return List.copyOf(hosts.keySet());
  }

  private static boolean isHost(String text) {
    return WebAddress.isHost(text.startsWith("*.") ? text.substring(2) : text);
  }

  private static String country(Section section) {
    Optional<Node.Scalar> country = section.requireText("country", COUNTRY);
    country
        .filter(scalar -> !COUNTRIES.contains(scalar.text()))
        .ifPresent(scalar -> section.wrong(scalar, "country", COUNTRY));
    return country.map(Node.Scalar::text).orElse("");
  }
}
