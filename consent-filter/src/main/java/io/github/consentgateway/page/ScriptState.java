package io.github.consentgateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * A visitor's standing as scripts of the page may know it. The consent identifier is not in it: the
 * token is kept from scripts, so that none can tell one visitor from another by it.
 *
 * @param decided whether nothing is left to be asked
 * @param granted the ids of the purposes that are accepted
 * @param denied the ids of those that are declined
 * @param revision the version of the policy
 * @param time the day of the choice; empty if there is none
 * @param expires the first instant at which it no longer stands; empty if there is none
 * @param gpc whether the browser's signal has declined something, or was on at the choice
 */
record ScriptState(
    boolean decided,
    List<String> granted,
    List<String> denied,
    String revision,
    String time,
    String expires,
    boolean gpc) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static ScriptState of(Standing standing, boolean asked, String revision) {
    return new ScriptState(
        !asked,
        List.copyOf(standing.granted()),
        standing.refused(),
        revision,
        standing.day().map(Object::toString).orElse(""),
        standing.ends().map(Object::toString).orElse(""),
        standing.gpc() || !standing.signalled().isEmpty());
  }

  String json() {
    return written(this);
  }

  /** This state beside the sentence that says it. */
  String json(String said) {
    return written(Map.of("state", this, "said", said));
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and lists are always writable", e);
    }
  }
}
