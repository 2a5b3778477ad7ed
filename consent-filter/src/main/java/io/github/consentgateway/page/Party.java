package io.github.consentgateway.page;

import java.util.Optional;

/**
 * A third party as the cookie policy lists it.
 *
 * @param country its name in the visitor's language
 * @param purposes the titles of the purposes that it serves
 * @param policy the address of its privacy policy
 */
record Party(
    String name, String country, String purposes, Optional<String> safeguard, String policy) {}
