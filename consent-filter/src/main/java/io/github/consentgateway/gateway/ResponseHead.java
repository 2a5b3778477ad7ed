package io.github.consentgateway.gateway;

import java.util.Collection;
import java.util.List;

/**
 * The head of a response as an edge presents it: written to below the gate, so nothing that the
 * gateway adds itself is judged again. After the head has been sent, writing has no effect.
 */
public interface ResponseHead {

  /** Whether there is a field of this name already. */
  boolean has(String name);

  /** The names of all fields so far; one name may come several times. */
  Collection<String> names();

  /** The values of all fields of this name so far. */
  List<String> fields(String name);

  /** Adds a field. */
  void add(String name, String value);

  /** Replaces all fields of this name by one. */
  void set(String name, String value);
}
