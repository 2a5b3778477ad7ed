package io.github.consentgateway.page;

/**
 * What a page lets the question load, as its Content-Security-Policy says.
 *
 * @param style whether the style sheet may be loaded
 * @param script whether the script may be loaded
 * @param connection whether the script may send the form itself
 * @param form whether the browser may send the form; if not, links lead to where it may
 * @param nonce the nonce that the page's policy asks of styles and scripts; empty if it asks none
 */
public record Fetching(
    boolean style, boolean script, boolean connection, boolean form, String nonce) {

  /** A page without such a policy. */
  public static Fetching free() {
    return new Fetching(true, true, true, true, "");
  }

  Fetching withNonce(String other) {
    return new Fetching(style, script, connection, form, other);
  }
}
