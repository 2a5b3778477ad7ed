/** What it costs to prove a consent: the ledger alone, through HTTP, and the end of a month. */
@NullMarked
package io.github.consentgateway.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
