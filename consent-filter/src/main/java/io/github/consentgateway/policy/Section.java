package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one mapping of the file. A key is known because it was asked for; whatever else the mapping
 * holds is reported by {@link #close}. What is missing or of the wrong kind is reported once and
 * reads as empty, so that one mistake makes one message.
 */
final class Section {

  private static final String SWITCH = "true or false";

  private final Node.Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(Node.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  static Optional<Section> of(Node node, String path, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new Section(mapping, path, problems));
    }
    problems.add(node, path + " must be a mapping of keys to values");
    return Optional.empty();
  }

  Node node() {
    return mapping;
  }

  String path() {
    return path;
  }

  /** All keys of a mapping whose keys are names chosen by the author. */
  Map<String, Node.Entry> named() {
    asked.addAll(mapping.entries().keySet());
    return mapping.entries();
  }

  Optional<Node> find(String key) {
    asked.add(key);
    Node.Entry entry = mapping.entries().get(key);
    return entry == null || isAbsent(entry.value()) ? Optional.empty() : Optional.of(entry.value());
  }

  private static boolean isAbsent(Node node) {
    return node instanceof Node.Scalar scalar && scalar.absent();
  }

  Optional<Node> require(String key, String allowed) {
    Optional<Node> found = find(key);
    if (found.isEmpty()) {
      Node.Entry entry = mapping.entries().get(key);
      Node at = entry == null ? mapping : entry.key();
      problems.add(at, path(key) + " is missing; allowed: " + allowed);
    }
    return found;
  }

  /** A list that must be there and hold something. */
  void requireItems(String key, String allowed) {
    require(key, allowed)
        .filter(node -> node instanceof Node.Sequence list && list.items().isEmpty())
        .ifPresent(node -> problem(node, key, "is empty; allowed: " + allowed));
  }

  /** Reports the keys of a shape that is never allowed, so that no message offers them. */
  void refuseKeys(Pattern shape, String why) {
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (shape.matcher(entry.getKey()).matches()) {
        asked.add(entry.getKey());
        problem(entry.getValue().key(), entry.getKey(), why);
      }
    }
  }

  /** What stands at a key that is never allowed, so that no message offers the key. */
  Optional<Node> forbidden(String key) {
    return mapping.entries().containsKey(key) ? find(key) : Optional.empty();
  }

  Optional<Section> section(String key) {
    return find(key).flatMap(node -> of(node, path(key), problems));
  }

  Optional<Section> requireSection(String key, String allowed) {
    return require(key, allowed).flatMap(node -> of(node, path(key), problems));
  }

  /** The mappings of a list of mappings. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    List<Node> items = find(key).map(node -> items(node, key)).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      of(items.get(i), path(key) + "[" + i + "]", problems).ifPresent(sections::add);
    }
    return sections;
  }

  Optional<Node.Scalar> text(String key) {
    return find(key).flatMap(node -> scalar(node, path(key), ""));
  }

  Optional<Node.Scalar> requireText(String key, String allowed) {
    return require(key, allowed).flatMap(node -> scalar(node, path(key), "; allowed: " + allowed));
  }

  /** The different values of a list of texts, each with its place. */
  Map<String, Node.Scalar> texts(String key) {
    Map<String, Node.Scalar> texts = new LinkedHashMap<>();
    for (Node item : find(key).map(node -> items(node, key)).orElse(List.of())) {
      scalar(item, path(key), "").ifPresent(scalar -> addOnce(texts, scalar, key));
    }
    return texts;
  }

  private void addOnce(Map<String, Node.Scalar> texts, Node.Scalar scalar, String key) {
    if (texts.putIfAbsent(scalar.text(), scalar) != null) {
      problem(scalar, key, "names " + Problems.quote(scalar.text()) + " twice");
    }
  }

  /** A switch that is off where nothing is said; the key without a value says nothing clear. */
  boolean isOn(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key)
        && require(key, SWITCH).isPresent()
        && flag(key).orElse(false);
  }

  Optional<Boolean> flag(String key) {
    return find(key)
        .flatMap(node -> scalar(node, path(key), "; allowed: " + SWITCH))
        .flatMap(scalar -> flag(scalar, key));
  }

  private Optional<Boolean> flag(Node.Scalar scalar, String key) {
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        wrong(scalar, key, SWITCH);
        yield Optional.empty();
      }
    };
  }

  /** Reports a value that is not allowed. */
  void wrong(Node.Scalar value, String key, String allowed) {
    problem(value, key, "is " + Problems.quote(value.text()) + "; allowed: " + allowed);
  }

  void problem(Node at, String key, String message) {
    problems.add(at, path(key) + " " + message);
  }

  /** Reports the keys that nobody asked for. */
  void close() {
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        unknown(entry.getValue().key());
      }
    }
  }

  private void unknown(Node.Scalar key) {
    String hint =
        Spelling.closest(key.text(), asked)
            .map(closest -> "; did you mean " + closest + "?")
            .orElse("; allowed: " + String.join(", ", asked));
    problems.add(key, "unknown key " + Problems.quote(key.text()) + " in " + path + hint);
  }

  private Optional<Node.Scalar> scalar(Node node, String name, String allowed) {
    if (node instanceof Node.Scalar scalar && !scalar.text().isBlank() && !scalar.absent()) {
      return Optional.of(scalar);
    }
    problems.add(node, name + " must be a text that is not blank" + allowed);
    return Optional.empty();
  }

  private List<Node> items(Node node, String key) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(node, path(key) + " must be a list");
    return List.of();
  }

  private String path(String key) {
    return path.equals(PolicyReader.WHOLE) ? key : path + "." + key;
  }
}
