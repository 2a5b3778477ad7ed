package io.github.consentgateway.token;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes claims as JSON in ASCII: in the order given, without white space, names sorted. */
final class ClaimsText {

  private final StringBuilder out = new StringBuilder(256);

  /** Adds a number. */
  ClaimsText claim(String name, long value) {
    name(name).append(value);
    return this;
  }

  /** Adds a truth value. */
  ClaimsText claim(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** Adds a string. */
  ClaimsText claim(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  /** Adds an object of numbers. */
  ClaimsText claim(String name, Map<String, Integer> versions) {
    name(name);
    char before = '{';
    for (Map.Entry<String, Integer> entry : new TreeMap<>(versions).entrySet()) {
      out.append(before);
      string(entry.getKey());
      out.append(':').append(entry.getValue());
      before = ',';
    }
    out.append(before == '{' ? "{}" : "}");
    return this;
  }

  /** Adds an array of strings, each once. */
  ClaimsText claim(String name, Collection<String> strings) {
    name(name);
    char before = '[';
    for (String string : new TreeSet<>(strings)) {
      out.append(before);
      string(string);
      before = ',';
    }
    out.append(before == '[' ? "[]" : "]");
    return this;
  }

  private StringBuilder name(String name) {
    return out.append(out.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isPlain(c)) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    out.append('"');
  }

  /** Whether a character stands for itself in a string; all others are escaped. */
  static boolean isPlain(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  }

  /** The JSON text. */
  String text() {
    return out + "}";
  }
}
