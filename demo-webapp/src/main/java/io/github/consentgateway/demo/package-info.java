/**
 * A shop to be put behind the gate, and the program that starts it. {@link
 * io.github.consentgateway.demo.Demo} reads the command line, {@code DemoServer} opens the port,
 * {@code Shop} puts the web application together. What the shop wants to know of the gate is in
 * {@link io.github.consentgateway.demo.gate.Gate}, so that the same shop runs with it and without.
 */
@NullMarked
package io.github.consentgateway.demo;

import org.jspecify.annotations.NullMarked;
