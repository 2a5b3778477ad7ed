package io.github.consentgateway.demo.journey;

import java.util.Set;

/**
 * What became of the cookies of one request.
 *
 * @param seen names that the application could read
 * @param hidden names that the browser sent and the application could not read
 */
record ApplicationView(Set<String> seen, Set<String> hidden) {}
