package io.github.consentgateway.gateway;

import java.io.IOException;
import java.io.InputStream;
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
    List<String> type = request.fields("Content-Type");
    if (type.size() != 1 || !isForm(type.get(0))) {
      return Optional.empty();
    }
    InputStream body = request.body();
    byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
    return bytes.length > LONGEST_BODY
        ? Optional.empty()
        : parse(new String(bytes, StandardCharsets.ISO_8859_1));
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

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
