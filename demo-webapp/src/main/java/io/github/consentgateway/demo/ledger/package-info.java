/**
 * The command line of the data protection officer: what is in the ledger, whether it is whole, and
 * what becomes of it. Whoever uses it has a right of their own, with an end, and leaves a trace
 * before anything is shown.
 */
@NullMarked
package io.github.consentgateway.demo.ledger;

import org.jspecify.annotations.NullMarked;
