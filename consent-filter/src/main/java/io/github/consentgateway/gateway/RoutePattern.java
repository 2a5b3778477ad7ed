package io.github.consentgateway.gateway;

import io.github.consentgateway.traffic.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pattern of paths, such as {@code /orders/{id}}. Immutable.
 *
 * @param segments the texts between the slashes; empty for one that is open
 */
record RoutePattern(Route route, List<Optional<String>> segments) {

  static RoutePattern of(String template) {
    String[] texts = template.substring(Math.min(1, template.length())).split("/", -1);
    return new RoutePattern(
        Route.of(template),
        Stream.of(texts).map(text -> Optional.of(text).filter(RoutePattern::isClosed)).toList());
  }

  private static boolean isClosed(String segment) {
    return !(segment.startsWith("{") && segment.endsWith("}"));
  }

  boolean fits(String path) {
    int at = 0;
    for (Optional<String> segment : segments) {
      if (at == path.length() || path.charAt(at) != '/') {
        return false;
      }
      int from = at + 1;
      int slash = path.indexOf('/', from);
      at = slash < 0 ? path.length() : slash;
      if (!fits(segment, path, from, at)) {
        return false;
      }
    }
    return at == path.length();
  }

  /** Something must be where a segment is open. */
  private static boolean fits(Optional<String> segment, String path, int from, int to) {
    return segment.isEmpty()
        ? to > from
        : to - from == segment.get().length() && path.startsWith(segment.get(), from);
  }
}
