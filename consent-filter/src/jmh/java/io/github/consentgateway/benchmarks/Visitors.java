package io.github.consentgateway.benchmarks;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.Exchange;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.token.ConsentTokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the browsers of many visitors send, all of them returning ones. */
public final class Visitors {

  /** Ten cookies that need no consent. */
  static final List<String> ESSENTIAL =
      List.of(
          "session_id",
          "remember",
          "device",
          "basket",
          "voucher",
          "lang",
          "currency",
          "theme",
          "node",
          "csrf");

  /** Ten cookies that need consent. */
  static final List<String> OPTIONAL =
      List.of(
          "recent_products",
          "lang_pref",
          "sort_order",
          "ab_variant",
          "first_visit",
          "visits",
          "stat_pages",
          "banner_seen",
          "chat_visitor",
          "chat_session");

  /** Ten cookies of other applications on the domain, of which the policy knows nothing. */
  static final List<String> FOREIGN =
      List.of(
          "intranet_user",
          "wiki_view",
          "forum_sid",
          "forum_skin",
          "mail_folder",
          "crm_contact",
          "crm_lang",
          "jobs_query",
          "press_list",
          "old_shop");

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_";

  private final ConsentPolicy policy = BenchSite.policy();
  private final ConsentTokens tokens = BenchSite.tokens();
  private final Map<String, Integer> purposes =
      policy.purposes().stream().collect(Collectors.toMap(Purpose::id, Purpose::version));
  private final Random random = new Random(42);

  /** {@code count} cookie headers with these names and with changing values. */
  public List<String> headers(int count, List<String> names) {
    return Stream.generate(() -> header(names)).limit(count).toList();
  }

  /** Twenty cookies, ten of which need consent. */
  public static List<String> all() {
    return Stream.of(ESSENTIAL, OPTIONAL).flatMap(List::stream).toList();
  }

  /** Twenty cookies, ten of which nobody has declared: what a browser keeps after a refusal. */
  public static List<String> undeclared() {
    return Stream.of(ESSENTIAL, FOREIGN).flatMap(List::stream).toList();
  }

  private String header(List<String> names) {
    return names.stream().map(name -> name + "=" + value()).collect(Collectors.joining("; "));
  }

  private String value() {
    return random
        .ints(8 + random.nextInt(16), 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** The headers with the token of a visitor each, who has accepted everything. */
  public List<String> consented(List<String> headers) {
    return headers.stream().map(header -> pair(accepted()) + "; " + header).toList();
  }

  /** The headers with the token of a refusal, which is the same for all. */
  public List<String> denied(List<String> headers) {
    return headers.stream().map(header -> pair(refused()) + "; " + header).toList();
  }

  /** The headers with the dates of first deposit that the gate wrote when it saw these cookies. */
  public List<String> returning(List<String> headers, List<String> setCookies) {
    try (ConsentGateway gateway = BenchSite.gateway()) {
      // With the choice alone: beside cookies without a date the gate would write none.
      String choice = headers.get(0).substring(0, headers.get(0).indexOf(';'));
      String dates = dates(gateway, choice, setCookies);
      return headers.stream().map(header -> header + dates).toList();
    }
  }

  private static String dates(ConsentGateway gateway, String header, List<String> setCookies) {
    TrivialHead head = new TrivialHead(header);
    Exchange exchange = gateway.begin(head, head);
    setCookies.forEach(line -> exchange.add("Set-Cookie", line));
    return head.added().stream()
        .filter(line -> line.startsWith("__Host-consent-since-"))
        .map(line -> "; " + line.substring(0, line.indexOf(';')))
        .reduce("", (before, last) -> last);
  }

  /** A choice that accepts everything, with an identifier of its own. */
  Choice accepted() {
    return choice(purposes, Map.of(), Optional.of(ConsentTokens.newConsentId()));
  }

  /** A choice that refuses everything. */
  Choice refused() {
    return choice(Map.of(), purposes, Optional.empty());
  }

  private Choice choice(
      Map<String, Integer> granted, Map<String, Integer> refused, Optional<String> id) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new Choice(
        today,
        policy.fingerprint(),
        policy.version(),
        granted,
        refused,
        Optional.empty(),
        "en",
        false,
        id);
  }

  /** The cookie pair that keeps a choice. */
  String pair(Choice choice) {
    SetCookie cookie = tokens.issue(choice);
    return cookie.name() + "=" + cookie.value();
  }
}
