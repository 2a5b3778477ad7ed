/**
 * What the gate costs. Microbenchmarks run under JMH, one class for each part of the work; {@link
 * io.github.consentgateway.benchmarks.server} measures a whole server from outside.
 *
 * <p>A server meets each header as a string that it has never seen. One string used again would
 * flatter everything that is kept in it or found by it, so every invocation makes its own from
 * octets, out of a set of many. What that costs is measured beside it in a benchmark of its own,
 * {@code freshText}, and is to be subtracted.
 */
@NullMarked
package io.github.consentgateway.benchmarks;

import org.jspecify.annotations.NullMarked;
