package io.github.consentgateway.policy;

import java.util.Set;

/**
 * A response header that makes the terminal store or send something, let through with consent.
 *
 * @param name the name of the header; case does not count
 * @param purposes the ids of the purposes that must all be granted
 * @see ConsentPolicy#gatesHeader
 */
public record HeaderRule(String name, Set<String> purposes) {

  /** Copies the set. */
  public HeaderRule {
    purposes = Set.copyOf(purposes);
  }
}
