package io.github.consentgateway.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads references to purposes. */
record References(Set<String> known) {

  /** The purposes that a list names, which must all exist. */
  Set<String> purposes(Section section, String key) {
    Map<String, Node.Scalar> named = section.texts(key);
    named.values().forEach(name -> check(section, key, name));
    return named.keySet();
  }

  /** The one purpose that must be named. */
  String purpose(Section section, String key) {
    Optional<Node.Scalar> name = section.requireText(key, allowed());
    name.ifPresent(scalar -> check(section, key, scalar));
    return name.map(Node.Scalar::text).orElse("");
  }

  private void check(Section section, String key, Node.Scalar name) {
    if (!known.contains(name.text())) {
      section.problem(
          name, key, "names the unknown purpose " + Problems.quote(name.text()) + hint(name));
    }
  }

  private String hint(Node.Scalar name) {
    return Spelling.closest(name.text(), known)
        .map(closest -> "; did you mean " + closest + "?")
        .orElse("; allowed: " + allowed());
  }

  /** What may be written. */
  String allowed() {
    return known.isEmpty() ? "an id declared below purposes" : String.join(", ", known);
  }
}
