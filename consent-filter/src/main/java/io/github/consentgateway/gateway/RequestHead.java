package io.github.consentgateway.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A request as an edge presents it, before anything of the application has run. Used by one thread
 * at a time.
 */
public interface RequestHead {

  /** The method, as sent: {@code GET}, {@code POST}, … */
  String method();

  /** Where the application lives on the host: empty for the root, else like {@code /shop}. */
  String contextPath();

  /** The decoded path below the context, beginning with a slash. */
  String path();

  /** The query without its question mark, as sent; empty if there is none. */
  String query();

  /** The values of all fields of this name, in order; empty if there is none. */
  List<String> fields(String name);

  /** The first value of a field; empty if there is none. */
  default Optional<String> field(String name) {
    List<String> values = fields(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The address of the client, as far as the container knows it; kept nowhere. */
  String client();

  /** The protocol and its version, such as {@code HTTP/1.1}; empty if the container says none. */
  default String protocol() {
    return "";
  }

  /** The pattern that the application has mapped what answers to, if the container knows it. */
  default Optional<String> route() {
    return Optional.empty();
  }

  /**
   * The body. Asked for at most once, and only for a request to the gateway's own pages.
   *
   * @throws IOException if the client cannot be read from
   */
  InputStream body() throws IOException;
}
