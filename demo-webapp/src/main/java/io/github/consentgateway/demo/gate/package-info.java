/**
 * What the application asks of whoever stands between it and the browser: what the visitor agreed
 * to, and why a cookie passes or does not. The application is written against these few types, so
 * that the same shop runs with the gateway and without.
 */
@NullMarked
package io.github.consentgateway.demo.gate;

import org.jspecify.annotations.NullMarked;
