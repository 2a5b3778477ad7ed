package io.github.consentgateway.containers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the client asks: the parts of the request that a route may need to be unusual. */
record Ask(String method, String version, String path, List<String> headers) {
  static final Ask PLAIN = new Ask("GET", "HTTP/1.1", "/app/main", List.of());

  Ask method(String other) {
    return new Ask(other, version, path, headers);
  }

  Ask version(String other) {
    return new Ask(method, other, path, headers);
  }

  Ask path(String other) {
    return new Ask(method, version, other, headers);
  }

  Ask header(String line) {
    return new Ask(
        method, version, path, Stream.concat(headers.stream(), Stream.of(line)).toList());
  }

  /** The bytes of a request for the route, as text. */
  String text(String context, String query) {
    String head =
        method + " " + context + path + "?" + query + " " + version + "\r\nHost: localhost\r\n";
    return headers.stream()
        .map(line -> line + "\r\n")
        .collect(Collectors.joining("", head, "\r\n"));
  }
}
