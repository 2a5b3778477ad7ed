/**
 * The question in every layout, theme and language, on a plain page of nobody's, as Chromium shows
 * it: who can use it, what it looks like, what it loads.
 */
@NullMarked
package io.github.consentgateway.demo.gallery;

import org.jspecify.annotations.NullMarked;
