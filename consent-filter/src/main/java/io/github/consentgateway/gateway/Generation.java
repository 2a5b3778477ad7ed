package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.CookieAges;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that follows from one reading of the policy. A changed file makes a new generation,
 * swapped in whole; an exchange keeps the one that it began with.
 */
record Generation(ConsentPolicy policy, ConsentTokens tokens, CookieAges ages, ScopeSweep sweep) {

  static Generation first(ConsentPolicy policy, Settings settings) {
    return new Generation(
            policy,
            new ConsentTokens(policy.site(), policy::standing, settings.keys(), settings.clock()),
            new CookieAges(policy.site(), settings.keys(), settings.clock()),
            new ScopeSweep(policy.site()))
        .proven(settings);
  }

  /** The next generation; what was counted goes on being counted. */
  Generation under(ConsentPolicy next, Settings settings) {
    return next.site().equals(policy.site())
        ? new Generation(next, tokens.under(next::standing), ages, sweep).proven(settings)
        : first(next, settings);
  }

  /** Issues the longest token once: a choice that fits no cookie must not wait for a visitor. */
  private Generation proven(Settings settings) {
    try {
      tokens.issue(everything(LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC)));
      return this;
    } catch (IllegalArgumentException e) {
      throw new SetupException(
          "purposes: their ids together are too long for a cookie of 4096 octets; shorten them");
    }
  }

  private Choice everything(LocalDate today) {
    Map<String, Integer> all =
        policy.purposes().stream().collect(Collectors.toMap(Purpose::id, Purpose::version));
    Optional<String> id =
        all.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId());
    return new Choice(
        today, policy.fingerprint(), all, Map.of(), policy.languages().get(0), false, id);
  }
}
