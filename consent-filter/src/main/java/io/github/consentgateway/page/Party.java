package io.github.consentgateway.page;

import java.util.Optional;

/**
 * A third party as the pages name it.
 *
 * @param country its name in the visitor's language, where the policy tells it
 * @param purposes the titles of the purposes that it serves
 * @param policy the address of its privacy policy
 */
record Party(
    String name,
    Optional<String> country,
    String purposes,
    Optional<String> safeguard,
    String policy) {

  /** The name, with the country where it is known. */
  String place() {
    return country.map(where -> name + " (" + where + ")").orElse(name);
  }
}
