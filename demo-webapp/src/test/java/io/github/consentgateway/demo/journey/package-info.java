/**
 * Journeys of visitors through the demo shop, as a browser makes them: over HTTP, with a cookie jar
 * of its own, against the whole program as its command line starts it. Nothing here knows how the
 * gate works inside; what counts is what the browser holds and what the application gets to see.
 */
@NullMarked
package io.github.consentgateway.demo.journey;

import org.jspecify.annotations.NullMarked;
