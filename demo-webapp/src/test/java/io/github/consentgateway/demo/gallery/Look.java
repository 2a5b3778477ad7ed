package io.github.consentgateway.demo.gallery;

import java.util.List;

/**
 * How the question is shown on the page of a gallery, and what that page has of its own.
 *
 * @param banner the keys below {@code banner} of the policy, in one line
 * @param policy the page's Content-Security-Policy; empty for none
 * @param style what the page's style sheet says beside its own
 * @param languages the languages of the policy; French, English and Arabic if there are none
 */
record Look(String banner, String policy, String style, List<String> languages) {

  static Look layout(String layout) {
    return new Look("layout: " + layout, "", "", List.of());
  }

  Look under(String contentSecurityPolicy) {
    return new Look(banner, contentSecurityPolicy, style, languages);
  }

  Look beside(String css) {
    return new Look(banner, policy, css, languages);
  }

  Look with(String keys) {
    return new Look(banner + ", " + keys, policy, style, languages);
  }

  Look in(List<String> others) {
    return new Look(banner, policy, style, others);
  }
}
