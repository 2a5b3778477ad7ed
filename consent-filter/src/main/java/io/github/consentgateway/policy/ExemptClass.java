package io.github.consentgateway.policy;

/**
 * The closed list of reasons for which a cookie needs no consent: those that the CNIL names in
 * article 5 of its <a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388179">guidelines
 * 2020-091</a> on <a
 * href="https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000037813978">article 82</a> of the
 * French data protection act. There is no class "necessary": what fits none of these needs consent.
 */
public enum ExemptClass {
  /** Keeps the choice that the visitor made about trackers. */
  CONSENT_CHOICE,
  /** Signs the visitor in, or keeps the session of a visitor who signs in. */
  AUTHENTICATION,
  /** Protects the very service that the visitor asked for, such as a token against forgery. */
  SECURITY_OF_REQUESTED_SERVICE,
  /** Keeps the content of a basket, or bills what was bought. */
  CART,
  /** Keeps how the visitor asked the site to look, such as its language. */
  UI_CUSTOMISATION_REQUESTED,
  /** Spreads the load over the servers of the site. */
  LOAD_BALANCING,
  /** Counts the free pages of a site that sells access. */
  PAYWALL_QUOTA,
  /**
   * Measures the audience for the publisher alone, under the conditions of the <a
   * href="https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies-solutions-pour-les-outils-de-mesure-daudience">CNIL</a>:
   * first party, anonymous statistics, no transfer, no cross-checking, 13 months that no visit
   * extends, data kept for 25 months at most, need reviewed regularly.
   */
  AUDIENCE_EXEMPT
}
