/** Debian's Chromium, as the tests that need a real browser drive it. */
@NullMarked
package io.github.consentgateway.demo.browser;

import org.jspecify.annotations.NullMarked;
