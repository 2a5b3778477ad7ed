/**
 * The gate inside Jetty 12, around a whole context: it sees what no servlet filter can, the
 * container's own session cookie, cookies of filters outside the gate and of code that unwraps the
 * response. With {@link io.github.consentgateway.servlet.ConsentFilter} in the same application
 * every cookie is still judged once.
 */
@NullMarked
package io.github.consentgateway.jetty;

import org.jspecify.annotations.NullMarked;
