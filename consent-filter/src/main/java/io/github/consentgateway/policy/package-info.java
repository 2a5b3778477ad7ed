/**
 * What is allowed, for whom, until when. {@link io.github.consentgateway.policy.ConsentPolicy} is
 * the registry of purposes, cookies and services as one file declares it, and the pure decision
 * over it: a cookie, a visitor's standing and an instant in, a verdict out. A file with mistakes
 * never becomes a policy: all its problems are reported together with line and column.
 */
@NullMarked
package io.github.consentgateway.policy;

import org.jspecify.annotations.NullMarked;
