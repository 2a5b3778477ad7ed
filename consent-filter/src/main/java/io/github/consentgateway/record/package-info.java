/**
 * What a controller can show years later, and nothing more: who consented to what, on which text,
 * until when ({@link io.github.consentgateway.record.ConsentLedger}). A grant is durable before its
 * token leaves; refusals are counted and never kept. {@link
 * io.github.consentgateway.record.JdbcConsentLedger} writes through any {@code DataSource}: {@code
 * Journal} gathers what waits into one transaction, {@code Chain} ties each row to the one before,
 * {@code Verification} names the first that does not fit.
 */
@NullMarked
package io.github.consentgateway.record;

import org.jspecify.annotations.NullMarked;
