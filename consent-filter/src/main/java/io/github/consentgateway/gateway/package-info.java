/**
 * What happens to one exchange, whatever the container. {@link
 * io.github.consentgateway.gateway.ConsentGateway} is the long-lived gate; each request begins an
 * {@link io.github.consentgateway.gateway.Exchange} with it, which knows the visitor's standing,
 * which cookies of the request the application may see, and what becomes of every cookie that the
 * application tries to set. The edges (servlet, Jetty) only translate: nothing here imports a
 * container.
 */
@NullMarked
package io.github.consentgateway.gateway;

import org.jspecify.annotations.NullMarked;
