/**
 * What the command line makes of the traffic log: figures under statistical disclosure control, for
 * terminals and as a page, and the rows that somebody with a right to them asks for.
 */
@NullMarked
package io.github.consentgateway.demo.traffic;

import org.jspecify.annotations.NullMarked;
