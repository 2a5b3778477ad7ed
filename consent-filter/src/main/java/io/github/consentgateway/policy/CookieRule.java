package io.github.consentgateway.policy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the file declares about a cookie, or about all cookies whose name begins or ends alike.
 *
 * @param name the name, or its beginning followed by {@code *}, or {@code *} and its end; case
 *     counts
 * @param purposes the ids of the purposes that must all be granted; empty for an exempt cookie
 * @param exempt why no consent is needed; empty for a cookie that needs it
 * @param why the justification of the exemption in one line
 * @param lifetime the longest life, at most {@link ConsentPolicy#LONGEST_LIFE}; empty for a cookie
 *     that ends with the browser session
 * @param provider who sets the cookie, if it is not the site itself
 * @param policyUrl the https page of the provider's privacy policy
 * @param thirdPartyAccess whether others than the site get at it (CJEU C-673/17, Planet49)
 * @param domains the {@code Domain} attributes it may carry; always also without one
 * @param paths the {@code Path} attributes it may carry, by default {@code /}
 * @param partitioned whether it may also live in partitioned storage
 * @param override why a well-known tracker is declared exempt nevertheless
 * @param audience the conditions of an exempt audience measurement
 */
public record CookieRule(
    String name,
    Set<String> purposes,
    Optional<ExemptClass> exempt,
    Optional<String> why,
    Optional<Duration> lifetime,
    Optional<String> provider,
    Optional<URI> policyUrl,
    boolean thirdPartyAccess,
    List<String> domains,
    List<String> paths,
    boolean partitioned,
    Optional<String> override,
    Optional<Audience> audience) {

  /**
   * The conditions under which measuring an audience needs no consent.
   *
   * @param dataRetention how long the collected data are kept, at most 25 months of 30 days
   * @param reviewedOn when the need for the measurement was last reviewed
   */
  public record Audience(Duration dataRetention, LocalDate reviewedOn) {}

  /** Copies the collections. */
  public CookieRule {
    purposes = Set.copyOf(purposes);
    domains = List.copyOf(domains);
    paths = List.copyOf(paths);
  }

  /** Whether it needs no consent, but the visitor may object to it (GDPR article 21). */
  public boolean isOpenToObjection() {
    return exempt.filter(ExemptClass.AUDIENCE_EXEMPT::equals).isPresent();
  }

  /** A rule for one exempt cookie of the site itself. */
  static CookieRule exempt(String name, ExemptClass exempt, String why) {
    return new CookieRule(
        name,
        Set.of(),
        Optional.of(exempt),
        Optional.of(why),
        Optional.of(ConsentPolicy.LONGEST_LIFE),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        List.of("/"),
        false,
        Optional.empty(),
        Optional.empty());
  }
}
