package io.github.consentgateway.demo.gallery;

/**
 * How the question is shown on the page of a gallery, and what that page has of its own.
 *
 * @param banner the keys below {@code banner} of the policy, in one line
 * @param policy the page's Content-Security-Policy; empty for none
 * @param style what the page's style sheet says beside its own
 */
record Look(String banner, String policy, String style) {

  static Look layout(String layout) {
    return new Look("layout: " + layout, "", "");
  }

  Look under(String contentSecurityPolicy) {
    return new Look(banner, contentSecurityPolicy, style);
  }

  Look beside(String css) {
    return new Look(banner, policy, css);
  }

  Look with(String keys) {
    return new Look(banner + ", " + keys, policy, style);
  }
}
