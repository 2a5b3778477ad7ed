package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads which gated response headers may pass with consent. */
final class HeadersReader {

  private static final String NAME = String.join(", ", GatedHeaders.ALL);

  private final Section file;
  private final References references;
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  HeadersReader(Section file, Set<String> purposes) {
    this.file = file;
    this.references = new References(purposes);
  }

  List<HeaderRule> read() {
    List<HeaderRule> rules = new ArrayList<>();
    file.sections("headers").forEach(section -> rules.add(rule(section)));
    return rules;
  }

  private HeaderRule rule(Section section) {
    String name = name(section);
    section.requireItems("purposes", "a list of " + references.allowed());
    Set<String> purposes = references.purposes(section, "purposes");
    PolicyReader.refuseLegalBasis(section);
    section.close();
    return new HeaderRule(name, purposes);
  }

  private String name(Section section) {
    Optional<Node.Scalar> name = section.requireText("name", NAME);
    name.filter(scalar -> scalar.text().endsWith("*") || !GatedHeaders.contain(scalar.text()))
        .ifPresent(scalar -> section.wrong(scalar, "name", "one of " + NAME));
    name.filter(scalar -> !names.add(scalar.text()))
        .ifPresent(
            scalar ->
                section.problem(
                    scalar, "name", Problems.quote(scalar.text()) + " is declared above already"));
    return name.map(Node.Scalar::text).orElse("");
  }
}
