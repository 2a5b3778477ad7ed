package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.CookieAges;
import java.net.URI;
import java.util.Optional;

/**
 * Everything that follows from one reading of the policy. A changed file makes a new generation,
 * swapped in whole; an exchange keeps the one that it began with.
 */
record Generation(
    ConsentPolicy policy,
    Showing showing,
    ConsentTokens tokens,
    CookieAges ages,
    ScopeSweep sweep,
    String host) {

  static Generation first(ConsentPolicy policy, Settings settings) {
    return new Generation(
        policy,
        showing(policy, settings),
        new ConsentTokens(
            policy.site(),
            policy::standing,
            settings.evidence()::isRevoked,
            settings.keys(),
            settings.clock()),
        new CookieAges(policy.site(), settings.keys(), settings.clock()),
        new ScopeSweep(policy.site()),
        host(policy));
  }

  /** The name of the site's host. */
  static String host(ConsentPolicy policy) {
    return Optional.ofNullable(URI.create(policy.site()).getHost()).orElse("");
  }

  private static Showing showing(ConsentPolicy policy, Settings settings) {
    return new Showing(settings.pages(), policy, settings.base());
  }

  /** The request fields that what a visitor sees may depend on. */
  Dependencies dependencies() {
    return policy.heedsSignal() ? Dependencies.CHOICE_AND_SIGNAL : Dependencies.CHOICE;
  }

  /** The next generation; what was counted goes on being counted. */
  Generation under(ConsentPolicy next, Settings settings) {
    return next.site().equals(policy.site())
        ? new Generation(
            next, showing(next, settings), tokens.under(next::standing), ages, sweep, host)
        : first(next, settings);
  }
}
