/**
 * Who came from where, with what browser, for how long, and nobody can be found in it ({@link
 * io.github.consentgateway.traffic.TrafficEvent}). An address becomes a {@link
 * io.github.consentgateway.traffic.Pseudonym} under a key of the day, which is destroyed ten
 * minutes after it; nothing else of it is kept, not even in memory.
 */
@NullMarked
package io.github.consentgateway.traffic;

import org.jspecify.annotations.NullMarked;
