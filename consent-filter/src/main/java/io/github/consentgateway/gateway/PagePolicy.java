package io.github.consentgateway.gateway;

import io.github.consentgateway.page.Fetching;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the Content-Security-Policy of a page allows the question to load. Several policies all
 * count (<a href="https://www.w3.org/TR/CSP3/#multiple-policies">CSP 3, 8.1</a>); what cannot be
 * loaded is left out, so that the page reports no violation of ours.
 */
record PagePolicy(List<Map<String, List<String>>> policies, String site) {

  private static final String FIELD = "Content-Security-Policy";
  private static final String NONCE = "'nonce-";
  private static final int LONGEST = 16_384;

  static PagePolicy of(ResponseHead head, String site) {
    List<Map<String, List<String>>> policies =
        head.fields(FIELD).stream()
            .filter(field -> field.length() <= LONGEST)
            .flatMap(field -> Arrays.stream(field.split(",", -1)))
            .map(PagePolicy::directives)
            .filter(policy -> !policy.isEmpty())
            .toList();
    return new PagePolicy(policies, site);
  }

  /** Of a directive that comes twice the first one counts (CSP 3, 2.2.1). */
  private static Map<String, List<String>> directives(String policy) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String directive : policy.split(";", -1)) {
      String[] words = directive.strip().split("[ \t\n\f\r]+");
      if (!words[0].isEmpty()) {
        List<String> sources = List.of(words).subList(1, words.length);
        directives.putIfAbsent(words[0].toLowerCase(Locale.ROOT), sources);
      }
    }
    return directives;
  }

  Fetching fetching() {
    return new Fetching(
        allows("style-src-elem", "style-src"),
        allows("script-src-elem", "script-src") && runsScripts(),
        allows("connect-src"),
        sendsForms(),
        nonce());
  }

  /** {@code form-action} has no other directive behind it; a sandbox allows what it names. */
  private boolean sendsForms() {
    return policies.stream()
        .allMatch(
            policy ->
                Optional.ofNullable(policy.get("form-action")).map(this::match).orElse(true)
                    && Optional.ofNullable(policy.get("sandbox"))
                        .map(allowed -> allowed.contains("allow-forms"))
                        .orElse(true));
  }

  private boolean runsScripts() {
    return policies.stream()
        .map(policy -> policy.get("sandbox"))
        .allMatch(allowed -> allowed == null || allowed.contains("allow-scripts"));
  }

  private boolean allows(String... directives) {
    return policies.stream()
        .allMatch(policy -> sources(policy, directives).map(this::match).orElse(true));
  }

  private static Optional<List<String>> sources(
      Map<String, List<String>> policy, String... directives) {
    return Stream.concat(Arrays.stream(directives), Stream.of("default-src"))
        .filter(policy::containsKey)
        .findFirst()
        .map(policy::get);
  }

  private boolean match(List<String> sources) {
    boolean strict = sources.contains("'strict-dynamic'");
    return sources.stream().anyMatch(source -> isNonce(source) || (!strict && isOurs(source)));
  }

  private boolean isOurs(String source) {
    return source.equalsIgnoreCase("'self'")
        || HostSource.of(source).filter(host -> host.matches(site)).isPresent();
  }

  private static boolean isNonce(String source) {
    return source.regionMatches(true, 0, NONCE, 0, NONCE.length()) && source.endsWith("'");
  }

  private String nonce() {
    return policies.stream()
        .flatMap(policy -> Stream.of("script-src", "style-src", "default-src").map(policy::get))
        .filter(sources -> sources != null)
        .flatMap(List::stream)
        .filter(PagePolicy::isNonce)
        .map(source -> source.substring(NONCE.length(), source.length() - 1))
        .findFirst()
        .orElse("");
  }
}
