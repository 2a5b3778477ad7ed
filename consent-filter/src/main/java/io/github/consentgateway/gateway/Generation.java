package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.CookieAges;
import io.github.consentgateway.token.TokenKeys;
import java.time.Clock;

/**
 * Everything that follows from one reading of the policy. A changed file makes a new generation,
 * swapped in whole; an exchange keeps the one that it began with.
 */
record Generation(ConsentPolicy policy, ConsentTokens tokens, CookieAges ages, ScopeSweep sweep) {

  static Generation of(ConsentPolicy policy, TokenKeys keys, Clock clock) {
    return new Generation(
        policy,
        new ConsentTokens(policy.site(), policy::standing, keys, clock),
        new CookieAges(policy.site(), keys, clock),
        new ScopeSweep(policy.site()));
  }
}
