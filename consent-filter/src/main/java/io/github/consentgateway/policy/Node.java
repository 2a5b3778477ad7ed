package io.github.consentgateway.policy;

import java.util.List;
import java.util.Map;

/** One node of a YAML document with the place where it begins, both counted from 1. */
sealed interface Node {

  int line();

  int column();

  /** A single value as it is written; {@code absent} if nothing or {@code null} is written. */
  record Scalar(String text, boolean absent, int line, int column) implements Node {}

  /** A list. */
  record Sequence(List<Node> items, int line, int column) implements Node {}

  /** A mapping in the order of the file. */
  record Mapping(Map<String, Entry> entries, int line, int column) implements Node {}

  /** One key of a mapping and what it leads to. */
  record Entry(Scalar key, Node value) {}
}
