package io.github.consentgateway.page;

/**
 * A text that was shown, in the list of those of one manifest.
 *
 * @param kind what it is, such as {@code banner}
 * @param language its language; empty if it has none
 * @param isPage whether it can be seen as a page
 * @param hash its SHA-256
 */
public record ShownText(String kind, String language, boolean isPage, String hash) {}
