package io.github.consentgateway.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A complete response of the gateway itself. It ends the exchange: the application never sees a
 * request to the gateway's own pages, so that no cookie of its races with a choice.
 *
 * @param status the status code
 * @param fields names and values, in order; a name may come more than once
 * @param body the body in UTF-8, empty for none
 */
public record Answer(int status, List<Map.Entry<String, String>> fields, String body) {

  /** Copies the fields. */
  public Answer {
    fields = List.copyOf(fields);
  }

  static Answer of(int status, String type, String body) {
    return new Answer(status, List.of(), body).with("Content-Type", type);
  }

  static Answer page(int status, String language, String html) {
    return of(status, "text/html; charset=utf-8", html).with("Content-Language", language);
  }

  static Answer seeOther(String location) {
    return new Answer(303, List.of(), "").with("Location", location);
  }

  Answer with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(fields);
    more.add(Map.entry(name, value));
    return new Answer(status, more, body);
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.getKey().equals(name));
  }

  /** The body as it is sent. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
