/**
 * Signed cookies of ours: the visitor's choice, and the first day of each persistent cookie. A
 * {@link io.github.consentgateway.policy.Choice} is believed only if {@link
 * io.github.consentgateway.token.ConsentTokens} has verified it; any doubt is "undecided". Keys
 * live in a JWK Set file that is created, watched and rotated by {@link
 * io.github.consentgateway.token.KeyFile}; what others verify is signed with {@link
 * io.github.consentgateway.token.SigningKeys}, what is recorded is sealed with {@link
 * io.github.consentgateway.token.RecordKeys}.
 */
@NullMarked
package io.github.consentgateway.token;

import org.jspecify.annotations.NullMarked;
