package io.github.consentgateway.policy;

import java.net.URI;

/**
 * Why the gate held something back or shortened it. The list is closed; each reason refers to the
 * article or section that it applies.
 */
public enum Reason {
  /** The text holds a control character. */
  CONTROL_CHARACTER("The cookie holds a control character.", Source.COOKIE + "section-5.6"),
  /** The text holds a character above U+00FF. */
  UNENCODABLE(
      "The cookie holds a character that no header can carry.", Source.HTTP + "section-5.5"),
  /** The cookie has no name to judge it by. */
  NAMELESS("The cookie has no name, so no purpose can be known.", Source.COOKIE + "section-5.6"),
  /** Name and value are longer than browsers accept. */
  TOO_LARGE("Name and value together exceed 4096 octets.", Source.COOKIE + "section-5.6"),
  /** A part given by itself would become another part. */
  DELIMITER(
      "A name, value or attribute holds a delimiter that would smuggle in another one.",
      Source.COOKIE + "section-4.1.1"),
  /** The name of the header is no token, though browsers may read it as another name. */
  HEADER_NAME("The header name is not a token.", Source.HTTP + "section-5.1"),
  /** The header is {@code Set-Cookie2}. */
  SET_COOKIE2(
      "The header Set-Cookie2 is obsolete.", "https://www.rfc-editor.org/rfc/rfc6265#section-9.4"),
  /** No rule of the policy matches the name. */
  UNKNOWN_NAME(
      "The policy does not know this cookie, and what is unknown needs consent nobody could give.",
      Source.DEFAULT_PROTECTION),
  /** A purpose of the cookie is not granted. */
  PURPOSE_NOT_GRANTED(
      "The visitor has not consented to every purpose of this cookie.", Source.ARTICLE_82),
  /** The visitor objects to the audience measurement that the cookie serves without consent. */
  OBJECTION("The visitor has objected to this measurement.", Source.GDPR + "art_21"),
  /** The name has a prefix whose conditions the attributes do not meet. */
  PREFIX_RULE(
      "The name has a prefix whose conditions the cookie does not meet.",
      Source.COOKIE + "section-4.1.3"),
  /** A cross-site or partitioned cookie without {@code Secure} on a site without TLS. */
  INSECURE_CROSS_SITE(
      "A cookie with SameSite=None or Partitioned must be Secure, and this site is plain http.",
      Source.COOKIE + "section-5.7"),
  /** The life asked for is longer than 13 months. */
  LIFETIME_OVER_CAP(
      "The cookie asked to live longer than 13 months, that is 390 days.", Source.GUIDELINES),
  /** The life asked for is longer than what the policy tells visitors. */
  LIFETIME_OVER_DECLARED(
      "The cookie asked to live longer than the policy declares.", Source.STORAGE_LIMITATION),
  /** The life asked for goes beyond 13 months from the first deposit. */
  FIRST_DEPOSIT(
      "The cookie asked to live beyond 13 months from its first deposit.", Source.GUIDELINES),
  /** The browser has the cookie already, but not the date of its first deposit. */
  FIRST_DEPOSIT_UNKNOWN(
      "The browser had this cookie already and nobody knows since when, so it ends with the"
          + " session.",
      Source.GUIDELINES),
  /** The 13 months from the first deposit are over. */
  FIRST_DEPOSIT_OVER(
      "The 13 months from the first deposit of this cookie are over.", Source.GUIDELINES),
  /** The life asked for goes beyond the consent, and the policy binds cookies to it. */
  CONSENT_END(
      "The cookie asked to live beyond the consent that it needs.", Source.CONDITIONS_OF_CONSENT),
  /** A header other than {@code Set-Cookie} would make the terminal store or send something. */
  STORAGE_HEADER(
      "The header makes the terminal store or send information, and consent to it is missing.",
      Source.ARTICLE_82),
  /** The application used a name that the gate keeps for itself. */
  OWN_NAME(
      "The name belongs to the consent gateway, which alone may prove a choice.",
      Source.CONDITIONS_OF_CONSENT),
  /** The cookie is a deletion: it leaves, but without its value. */
  ALREADY_EXPIRED(
      "The cookie asks for its own removal, so it passes without its value.",
      Source.COOKIE + "section-5.7");

  /** Texts referred to more than once. */
  private static final class Source {
    static final String COOKIE =
        "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#";
    static final String HTTP = "https://www.rfc-editor.org/rfc/rfc9110#";
    static final String ARTICLE_82 =
        "https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000037813978";
    static final String GUIDELINES = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197";
    static final String GDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/oj#";
    static final String CONDITIONS_OF_CONSENT = GDPR + "art_7";
    static final String DEFAULT_PROTECTION = GDPR + "art_25";
    static final String STORAGE_LIMITATION = GDPR + "art_5";
  }

  private final String explanation;
  private final URI reference;

  Reason(String explanation, String reference) {
    this.explanation = explanation;
    this.reference = URI.create(reference);
  }

  /** The reason in one English sentence. */
  public String explanation() {
    return explanation;
  }

  /** The article or section that is applied. */
  public URI reference() {
    return reference;
  }
}
