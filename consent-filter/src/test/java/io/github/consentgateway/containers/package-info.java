/**
 * The container matrix: every way in which an application can emit a cookie, on every supported
 * container, behind every kind of gate.
 *
 * <p>Each container runs in its own class loader with the servlet API of its generation, so that
 * Jetty ee10 and Undertow meet Servlet 6.0 while Jetty ee11 and Tomcat 11 meet 6.1. The client is a
 * plain socket, because session cookies, early hints and trailers are made below the servlet API
 * and only the bytes on the wire tell what left.
 */
@NullMarked
package io.github.consentgateway.containers;

import org.jspecify.annotations.NullMarked;
