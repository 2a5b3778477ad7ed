package io.github.consentgateway.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps shared caches from handing one visitor's answer to another: a response that depends on
 * consent says {@code Vary: Cookie} and is private, or stricter (<a
 * href="https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.7">RFC 9111, 5.2.2.7</a>).
 */
final class CachePrivacy {

  private static final String VARY = "Vary";
  private static final String CACHE_CONTROL = "Cache-Control";

  /** The field of RFC 9111, and those that shared caches put before it (RFC 9213). */
  private static final List<String> FIELDS =
      List.of(CACHE_CONTROL, "CDN-Cache-Control", "Surrogate-Control");

  private CachePrivacy() {}

  /** Protects a response that depends on these request fields. */
  static void protect(ResponseHead head, Dependencies dependencies) {
    if (head.has(VARY)) {
      vary(head, dependencies);
    } else {
      head.add(VARY, dependencies.field());
    }
    restrict(head);
  }

  private static void vary(ResponseHead head, Dependencies dependencies) {
    List<String> given = head.fields(VARY);
    List<String> unnamed =
        dependencies.names().stream()
            .filter(name -> given.stream().noneMatch(vary -> names(vary, name)))
            .toList();
    if (!unnamed.isEmpty()) {
      head.add(VARY, String.join(", ", unnamed));
    }
  }

  private static void restrict(ResponseHead head) {
    if (!head.has(CACHE_CONTROL)) {
      head.add(CACHE_CONTROL, "private");
    }
    for (String name : FIELDS) {
      String given = head.has(name) ? String.join(", ", head.fields(name)) : "";
      String strict = given.isEmpty() ? given : restricted(given);
      if (!strict.equals(given)) {
        head.set(name, strict);
      }
    }
  }

  /** A {@code Vary} that names them too, for an application that has put its own. */
  static String varying(String vary, Dependencies dependencies) {
    String all = vary;
    for (String name : dependencies.names()) {
      all = names(all, name) ? all : all + ", " + name;
    }
    return all;
  }

  private static boolean names(String vary, String name) {
    return directives(vary).stream().anyMatch(d -> d.equals("*") || d.equalsIgnoreCase(name));
  }

  /** The field without what lets a shared cache store the response, and with {@code private}. */
  static String restricted(String cacheControl) {
    List<String> kept = new ArrayList<>();
    boolean strict = false;
    boolean understood = false;
    for (String directive : directives(cacheControl)) {
      String name = nameOf(directive);
      strict |= name.equals("no-store") || directive.equalsIgnoreCase("private");
      understood |= name.equals("must-understand");
      if (!name.equals("public") && !name.equals("s-maxage")) {
        kept.add(directive);
      }
    }
    // Caches that understand "must-understand" do not mind "no-store" beside it.
    if (!strict || (understood && !kept.contains("private"))) {
      kept.add(0, "private");
    }
    return String.join(", ", kept);
  }

  /** The field for a page that changes with the next choice: a copy is asked about before use. */
  static String revalidated(String cacheControl) {
    String strict = restricted(cacheControl);
    boolean asks =
        directives(strict).stream()
            .map(CachePrivacy::nameOf)
            .anyMatch(name -> name.equals("no-cache") || name.equals("no-store"));
    return asks ? strict : strict + ", no-cache";
  }

  private static List<String> directives(String field) {
    List<String> found = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        addTo(found, field.substring(start, i));
        start = i + 1;
      }
    }
    addTo(found, field.substring(start));
    return found;
  }

  private static void addTo(List<String> found, String directive) {
    if (!directive.isBlank()) {
      found.add(directive.strip());
    }
  }

  private static String nameOf(String directive) {
    int equals = directive.indexOf('=');
    String name = equals < 0 ? directive : directive.substring(0, equals);
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
