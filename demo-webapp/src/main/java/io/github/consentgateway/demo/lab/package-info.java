/**
 * The cookie laboratory: one small servlet for each way in which a web application can make a
 * cookie leave, and a page that tries them all over a connection of its own and shows what came
 * out.
 */
@NullMarked
package io.github.consentgateway.demo.lab;

import org.jspecify.annotations.NullMarked;
