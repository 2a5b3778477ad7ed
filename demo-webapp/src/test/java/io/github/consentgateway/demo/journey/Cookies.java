package io.github.consentgateway.demo.journey;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cookies of the demo shop by what they are for, as its registry declares them. */
final class Cookies {

  /** The gate's own: the choice, and the days of first deposits. */
  static final String TOKEN = "consent";

  static final String SINCE = "consent-since-";

  static final String SESSION = "JSESSIONID";
  static final String REMEMBER_ME = "remember_me";
  static final String CART_HINT = "cart_hint";
  static final String LANGUAGE = "lang";

  static final Set<String> PREFERENCES = Set.of("recent_products", "lang_pref");
  static final Set<String> IMPROVEMENT = Set.of("ab_variant");
  static final Set<String> AUDIENCE = Set.of("_ga", "_ga_DEMO", "_gid", "first_visit");
  static final Set<String> CHAT = Set.of("chat_visitor");
  static final Set<String> VIDEO = Set.of("video_quality");

  /** All that need a yes. */
  static final Set<String> OPTIONAL =
      Stream.of(PREFERENCES, IMPROVEMENT, AUDIENCE, CHAT, VIDEO)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Set by the shop on every page, known to no registry. */
  static final String UNKNOWN = "zzz_unknown";

  private Cookies() {}

  /** All of {@code some}, and {@code more}. */
  static Set<String> plus(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  /** All but {@code some}. */
  static Set<String> without(Set<String> all, Set<String> some) {
    return all.stream()
        .filter(name -> !some.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
