package io.github.consentgateway.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML into nodes that know their place. Aliases are refused rather than followed, so that a
 * small file cannot become a large tree; type tags mean nothing, so no class is ever loaded.
 */
final class YamlTree {

  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final String NO_YAML = "the file is no YAML: ";
  private static final int DEEPEST = 12;

  private final YAMLParser parser;
  private final Problems problems;

  private YamlTree(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** The document, empty if it is no YAML; what is wrong goes to {@code problems}. */
  static Optional<Node> read(String yaml, Problems problems) {
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      return new YamlTree(parser, problems).document();
    } catch (JacksonException e) {
      report(e, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static void report(JacksonException e, Problems problems) {
    if (e.getCause() instanceof MarkedYAMLException marked) {
      Mark mark = marked.getProblemMark();
      problems.add(mark.getLine() + 1, mark.getColumn() + 1, NO_YAML + marked.getProblem());
    } else {
      JsonLocation at = Objects.requireNonNullElse(e.getLocation(), JsonLocation.NA);
      // What follows "got this instead" are the parser's own types.
      String what = NO_YAML + Problems.oneLine(e.getOriginalMessage()).split(", got this", 2)[0];
      problems.add(Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0), what);
    }
  }

  private Optional<Node> document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      problems.add(1, 1, "the file is empty; allowed: a mapping that begins with site");
      return Optional.empty();
    }
    Node root = node(first, 0);
    if (parser.nextToken() != null) {
      problems.add(line(), column(), "a second document begins here; allowed: one document");
    }
    return Optional.of(root);
  }

  private Node node(JsonToken token, int depth) throws IOException {
    int line = line();
    int column = column();
    if (token == JsonToken.START_OBJECT) {
      return new Node.Mapping(entries(depth), line, column);
    }
    if (token == JsonToken.START_ARRAY) {
      return new Node.Sequence(items(depth), line, column);
    }
    if (parser.isCurrentAlias()) {
      problems.add(line, column, "an alias stands here; allowed: the value itself");
    }
    return new Node.Scalar(parser.getText(), token == JsonToken.VALUE_NULL, line, column);
  }

  private Map<String, Node.Entry> entries(int depth) throws IOException {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Node.Scalar key = new Node.Scalar(parser.currentName(), false, line(), column());
      Node.Entry entry = new Node.Entry(key, child(depth));
      Node.Entry earlier = entries.putIfAbsent(key.text(), entry);
      if (earlier != null) {
        String where = "; the first is on line " + earlier.key().line();
        problems.add(key, "the key " + Problems.quote(key.text()) + " is written twice" + where);
      }
    }
    return entries;
  }

  private List<Node> items(int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(nested(next, depth));
    }
    return items;
  }

  private Node child(int depth) throws IOException {
    return nested(parser.nextToken(), depth);
  }

  private Node nested(JsonToken token, int depth) throws IOException {
    if (depth == DEEPEST && token.isStructStart()) {
      throw new JsonParseException(parser, "more than " + DEEPEST + " levels", location());
    }
    return node(token, depth + 1);
  }

  private int line() {
    return location().getLineNr();
  }

  private int column() {
    return location().getColumnNr();
  }

  private JsonLocation location() {
    return parser.currentTokenLocation();
  }
}
