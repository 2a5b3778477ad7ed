package io.github.consentgateway.benchmarks;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.KeyRing;
import io.github.consentgateway.token.TokenKey;
import io.github.consentgateway.token.TokenKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.stream.IntStream;

/** The site that is measured: four purposes and 21 cookies, about what a French shop declares. */
public final class BenchSite {

  private static final String CONSENT_YAML =
      """
      site: https://www.example.fr
      controller: { name: Exemple SAS, address: "1 rue de la Paix, Paris", contact: a@example.fr }
      dpo: dpo@example.fr
      authority: { name: CNIL, url: "https://www.cnil.fr/fr/plaintes" }
      policy: { version: "2026-11-22" }
      languages: [en]
      purposes:
        preferences:
          version: 1
          title: { en: Preferences }
          description: { en: "Remember the last products you looked at, to show them again." }
        improvement:
          version: 1
          title: { en: Improvement of the site }
          description: { en: "Show one of two versions of a page and compare their success." }
        audience:
          version: 1
          title: { en: Audience measurement }
          description: { en: "Count the pages seen, by page and by day, to know their use." }
        chat:
          version: 1
          title: { en: Live chat }
          description: { en: "Open a chat window in which you can talk to an adviser." }
      cookies:
        - { name: JSESSIONID, exempt: AUTHENTICATION, why: keeps the session, lifetime: session }
        - { name: session_id, exempt: AUTHENTICATION, why: keeps the session, lifetime: session }
        - { name: remember, exempt: AUTHENTICATION, why: signs in again, lifetime: P13M }
        - { name: device, exempt: AUTHENTICATION, why: knows the device, lifetime: P6M }
        - { name: basket, exempt: CART, why: keeps the basket, lifetime: P30D }
        - { name: voucher, exempt: CART, why: keeps the voucher, lifetime: P30D }
        - { name: lang, exempt: UI_CUSTOMISATION_REQUESTED, why: language, lifetime: P1Y }
        - { name: currency, exempt: UI_CUSTOMISATION_REQUESTED, why: currency, lifetime: P1Y }
        - { name: theme, exempt: UI_CUSTOMISATION_REQUESTED, why: dark or light, lifetime: P1Y }
        - { name: node, exempt: LOAD_BALANCING, why: spreads the load, lifetime: session }
        - { name: csrf, exempt: SECURITY_OF_REQUESTED_SERVICE, why: forgery, lifetime: session }
        - { name: recent_products, purposes: [preferences], lifetime: P6M, thirdPartyAccess: false }
        - { name: lang_pref, purposes: [preferences], lifetime: P1Y, thirdPartyAccess: false }
        - { name: sort_order, purposes: [preferences], lifetime: P1Y, thirdPartyAccess: false }
        - { name: ab_variant, purposes: [improvement], lifetime: P90D, thirdPartyAccess: false }
        - { name: first_visit, purposes: [audience], lifetime: P13M, thirdPartyAccess: false }
        - { name: visits, purposes: [audience], lifetime: P13M, thirdPartyAccess: false }
        - { name: "stat_*", purposes: [audience], lifetime: P13M, thirdPartyAccess: false }
        - { name: "*_seen", purposes: [audience], lifetime: P13M, thirdPartyAccess: false }
        - { name: chat_visitor, purposes: [chat], lifetime: P6M, thirdPartyAccess: false }
        - { name: chat_session, purposes: [chat], lifetime: session, thirdPartyAccess: false }
      """;

  private static final byte[] SECRET = secret();

  private BenchSite() {}

  /** The policy. */
  public static ConsentPolicy policy() {
    return ConsentPolicy.parse(CONSENT_YAML, "benchmark");
  }

  /** A gate; the caller closes it. */
  public static ConsentGateway gateway() {
    return builder().build();
  }

  /** A gate whose ledger and traffic log are in a directory; the caller closes it. */
  public static ConsentGateway noting(Path directory) {
    return ConsentGateway.builder()
        .policy(policy())
        .keys(keys())
        .data(directory)
        .traffic(directory.resolve("traffic"))
        .build();
  }

  static ConsentGatewayBuilder builder() {
    return ConsentGateway.builder().policy(policy()).keys(keys()).ledger(ConsentLedger.inMemory());
  }

  /** Issues and reads the tokens of the site. */
  static ConsentTokens tokens() {
    ConsentPolicy policy = policy();
    return new ConsentTokens(policy.site(), policy::standing, keys(), Clock.systemUTC());
  }

  /** The octets of the only key: those of every process of a run. */
  public static byte[] secret() {
    int[] octets = new Random(20_261_122).ints(32, 0, 256).toArray();
    byte[] secret = new byte[octets.length];
    IntStream.range(0, secret.length).forEach(i -> secret[i] = (byte) octets[i]);
    return secret;
  }

  static TokenKeys keys() {
    return TokenKeys.of(KeyRing.of(TokenKey.of("bench", SECRET)));
  }
}
