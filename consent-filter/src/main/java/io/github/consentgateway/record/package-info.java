/**
 * What a controller can show years later, and nothing more: who consented to what, on which text,
 * until when ({@link io.github.consentgateway.record.ConsentLedger}). A grant is durable before its
 * token leaves; refusals are counted and never kept. {@link
 * io.github.consentgateway.record.JdbcConsentLedger} writes through any {@code DataSource}: {@code
 * Journal} gathers what waits into one transaction, {@code RecordSeal} seals it with the key of its
 * month, {@code Chain} ties each row to the one before, {@code Verification} names the first that
 * does not fit. {@code Retention} deletes what is over its time, and the key with it.
 */
@NullMarked
package io.github.consentgateway.record;

import org.jspecify.annotations.NullMarked;
