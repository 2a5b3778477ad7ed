package io.github.consentgateway.record;

import java.time.LocalDate;

/**
 * All that is counted of a refusal. There is no row of a visitor behind it (TK-13).
 *
 * @param day the day, in UTC
 * @param version the version of the privacy policy
 * @param language the language of the text shown
 */
public record Refusal(LocalDate day, String version, String language) {}
