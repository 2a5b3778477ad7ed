package io.github.consentgateway.token;

/** Why a token that a browser sent is not believed. Counted, never logged with the token. */
public enum TokenDefect {
  /** Longer than 4096 characters. */
  TOO_LONG("https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6"),
  /** Not three base64url parts in their one canonical form. */
  FORM("https://www.rfc-editor.org/rfc/rfc7515#section-7.1"),
  /** The protected header is not the one of any key: another algorithm, type or key. */
  HEADER("https://www.rfc-editor.org/rfc/rfc8725#section-3.1"),
  /** The signature is not ours. */
  SIGNATURE("https://www.rfc-editor.org/rfc/rfc7515#section-5.2"),
  /** Signed by us, yet a claim is missing, unknown, ill-typed or out of place. */
  CLAIMS("https://www.rfc-editor.org/rfc/rfc7519#section-7.2"),
  /** Issued by or for another site. */
  SITE("https://www.rfc-editor.org/rfc/rfc8725#section-3.9"),
  /** Dated later than 60 seconds from now. */
  FUTURE("https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6"),
  /** Its time is over. */
  ENDED("https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4"),
  /** The visitor has withdrawn the consent, or chosen anew. */
  REVOKED("https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e2013-1-1"),
  /** Not looked at: eight others of the same request had been verified before. */
  TOO_MANY("https://www.rfc-editor.org/rfc/rfc6265#section-6.1");

  private final String url;

  TokenDefect(String url) {
    this.url = url;
  }

  /** The section of the specification behind it. */
  public String url() {
    return url;
  }
}
