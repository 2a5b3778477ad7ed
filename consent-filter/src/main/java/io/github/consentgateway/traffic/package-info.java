/**
 * Who came from where, with what browser, for how long, and nobody can be found in it ({@link
 * io.github.consentgateway.traffic.TrafficEvent}). An address becomes a {@link
 * io.github.consentgateway.traffic.Pseudonym} under a key of the day, which is destroyed ten
 * minutes after it; nothing else of it is kept, not even in memory. All that a request waits for is
 * done without a library and makes no object that is not kept ({@code AddressLiteral}, {@code
 * WipeableHmac}, {@code AgentProducts}, {@code Brands}); {@code SegmentLog} writes on a thread of
 * its own.
 */
@NullMarked
package io.github.consentgateway.traffic;

import org.jspecify.annotations.NullMarked;
