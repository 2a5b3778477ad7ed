package io.github.consentgateway.containers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A header line that sets a cookie.
 *
 * @param name the cookie's name; empty for a nameless cookie
 * @param value the cookie's value
 * @param attributes the attributes, names lower-cased, without Expires, which containers add to
 *     Max-Age
 */
record CookieLine(String name, String value, Set<String> attributes) {
  private static final Set<String> FIELDS = Set.of("set-cookie", "set-cookie2");

  /** Reads a header line generously: white space around the field name and any case of it count. */
  static Optional<CookieLine> of(String line) {
    int colon = line.indexOf(':');
    boolean sets =
        colon >= 0 && FIELDS.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    return sets ? Optional.of(parse(line.substring(colon + 1))) : Optional.empty();
  }

  private static CookieLine parse(String text) {
    List<String> parts = Stream.of(text.split(";", -1)).map(String::strip).toList();
    String pair = parts.get(0);
    int equals = pair.indexOf('=');
    return new CookieLine(
        pair.substring(0, Math.max(equals, 0)).strip(),
        pair.substring(equals + 1).strip(),
        attributes(parts.subList(1, parts.size())));
  }

  private static Set<String> attributes(List<String> parts) {
    Set<String> attributes = new TreeSet<>();
    parts.stream()
        .filter(part -> !part.isEmpty())
        .map(CookieLine::attribute)
        .filter(part -> !part.startsWith("expires="))
        .forEach(attributes::add);
    return attributes;
  }

  private static String attribute(String part) {
    String[] sides = part.split("=", 2);
    String name = sides[0].strip().toLowerCase(Locale.ROOT);
    return sides.length == 1 ? name : name + "=" + sides[1].strip();
  }
}
