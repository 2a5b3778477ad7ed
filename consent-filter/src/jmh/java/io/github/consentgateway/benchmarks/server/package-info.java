/**
 * What the gate costs a whole server, measured from outside: the processor time of every thread of
 * the server's process, the garbage collector's and the compiler's included.
 */
@NullMarked
package io.github.consentgateway.benchmarks.server;

import org.jspecify.annotations.NullMarked;
