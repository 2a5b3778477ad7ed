package io.github.consentgateway.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a submitted form, {@code application/x-www-form-urlencoded} in UTF-8. Read from the
 * body alone: a choice in a query string would be a choice by link.
 */
final class Form {

  /** What a form of ours has once; scripts of the page may add fields of their own. */
  private static final Set<String> SINGLE =
      Set.of("choice", Languages.FIELD, "return", Asked.FIELD);

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** The form, or empty if the body is of another type, not well encoded, or says things twice. */
  static Optional<Form> of(RequestHead request, Body body) {
    List<String> type = request.fields("Content-Type");
    return type.size() == 1 && isForm(type.get(0))
        ? parse(body.text()).filter(Form::isClear)
        : Optional.empty();
  }

  private boolean isClear() {
    return SINGLE.stream().allMatch(name -> all(name).size() <= 1);
  }

  private static boolean isForm(String type) {
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return essence.equals("application/x-www-form-urlencoded");
  }

  static Optional<Form> parse(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      for (String pair : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        fields
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length > 1 ? decoded(parts[1]) : "");
      }
    } catch (IllegalArgumentException badEscape) {
      return Optional.empty();
    }
    return Optional.of(new Form(fields));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The value of a field that comes once; empty if it is absent or says two things. */
  Optional<String> only(String name) {
    return Optional.of(all(name)).filter(values -> values.size() == 1).map(values -> values.get(0));
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
