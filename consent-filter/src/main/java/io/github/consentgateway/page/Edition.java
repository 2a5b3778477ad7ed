package io.github.consentgateway.page;

import java.time.Instant;

/**
 * All that was shown from some time on, in the list of such.
 *
 * @param hash the SHA-256 of its manifest
 * @param version the version of the privacy policy
 * @param since when it was first shown
 * @param policyText the SHA-256 of the cookie policy in the language of the list; may be empty
 * @param before the manifest before it; empty for the first
 */
public record Edition(
    String hash, String version, Instant since, String policyText, String before) {}
