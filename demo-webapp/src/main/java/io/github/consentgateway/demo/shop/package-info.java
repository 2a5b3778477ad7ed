/**
 * The shop itself: products, basket, sign-in, pages in two languages, and cookies on every route,
 * set without asking, as shops do. Nothing here knows whether a gate stands in front of it. The
 * public types are those that the compiled page templates read.
 */
@NullMarked
package io.github.consentgateway.demo.shop;

import org.jspecify.annotations.NullMarked;
