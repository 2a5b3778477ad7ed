/**
 * The gate inside Jetty 12, around a whole context: it sees what no servlet filter can, the
 * container's own session cookie, cookies of filters outside the gate and of code that unwraps the
 * response. With {@link io.github.consentgateway.servlet.ConsentFilter} in the same application
 * every cookie is still judged once. From the contexts inside it learns how long a session has
 * lasted, for the traffic log.
 */
@NullMarked
package io.github.consentgateway.jetty;

import org.jspecify.annotations.NullMarked;
