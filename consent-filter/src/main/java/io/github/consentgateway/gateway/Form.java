package io.github.consentgateway.gateway;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a submitted form, {@code application/x-www-form-urlencoded} in UTF-8. Read from the
 * body alone: a choice in a query string would be a choice by link.
 */
final class Form {

  private static final int LONGEST_BODY = 8 * 1024;

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** The form, or empty if the body is too long, of another type, or not well encoded. */
  static Optional<Form> read(RequestHead request) throws IOException {
    // Read even if it is refused: what is left on the connection would cost the visitor the next.
    byte[] body = request.body().readNBytes(LONGEST_BODY + 1);
    List<String> type = request.fields("Content-Type");
    return body.length <= LONGEST_BODY && type.size() == 1 && isForm(type.get(0))
        ? parse(new String(body, StandardCharsets.ISO_8859_1))
        : Optional.empty();
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
