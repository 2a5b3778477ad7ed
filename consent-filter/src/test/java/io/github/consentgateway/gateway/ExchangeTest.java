package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

  private final Stage stage = new Stage();
  private final Stage.Head head = new Stage.Head();

  private Exchange visit(String... fields) {
    return stage.begin(get("/", fields), head);
  }

  @DisplayName("CK-01, CK-03, cases 1, 2, 4, 17, 19")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Set-Cookie | _ga=GA1.2; Path=/       | ",
        "set-cookie | _ga=GA1.2               | ",
        "SET-COOKIE | zzz_unknown=1           | ",
        "Set-Cookie | basket=3; Path=/        | basket=3; Path=/",
        "Set-Cookie | token                   | ",
        "Set-Cookie | basket=3; Max-Age=86400 | basket=3; Max-Age=86400",
        "Set-Cookie2| basket=3                | ",
        "'Set-Cookie '| basket=3              | ",
        "' Set-Cookie'| basket=3              | ",
        "'Set-Cookie\t'| basket=3             | ",
        "org.eclipse.jetty.server.include.Set-Cookie | _ga=1 | ",
        "X-Other    | _ga=1                   | _ga=1",
      })
  void undecidedVisitorGetsOnlyEssentialCookies(String name, String value, String sent) {
    Exchange exchange = visit();
    assertEquals(Optional.ofNullable(sent), exchange.add(name, value));
  }

  @DisplayName("CK-02, cases 113, 114")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ga=1; basket=2; zzz=3        | basket=2",
        "basket=2                      | basket=2",
        "basket=2; basket=3            | basket=2; basket=3",
        "_ga=1                         | ",
        "basket=2;_ga=1;basket=\"q v\" | basket=2; basket=\"q v\"",
        "basket                        | ",
        "basket=a=b=c                  | basket=a=b=c",
      })
  void applicationSeesOnlyWhatItMayRead(String cookies, String visible) {
    Exchange exchange = visit("Cookie", cookies);
    assertEquals(visible == null ? List.of() : List.of(visible), exchange.visibleCookies());
    assertEquals(!cookies.equals(visible), exchange.hidesCookies());
    List<String> names = new ArrayList<>();
    exchange.visitCookies(
        (text, from, to, valueFrom, valueTo) -> names.add(text.substring(from, to)));
    assertTrue(names.stream().allMatch("basket"::equals));
    assertEquals(visible == null, names.isEmpty());
  }

  @Test
  @DisplayName("case 3, case 9")
  void grantOpensTheGateForItsPurposeOnly() {
    Exchange exchange = visit("Cookie", stage.tokenFor("audience"));
    assertTrue(exchange.consent().allows("audience"));
    assertEquals(Optional.of("_ga=1"), exchange.add("Set-Cookie", "_ga=1"));
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", "chat_visitor=1"));
  }

  @Test
  @DisplayName("case 115")
  void ownCookiesAreNobodyElses() {
    String token = stage.tokenFor("audience");
    Exchange exchange = visit("Cookie", token + "; basket=1");
    assertEquals(List.of("basket=1"), exchange.visibleCookies());
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", token + "; Path=/"));
  }

  @Test
  @DisplayName("CK-10, LT-06, case 117")
  void staleCookiesAreExpiredOverTheirDeclaredScopes() {
    visit("Cookie", "_ga=1; zzz_unknown=2; basket=3");
    List<String> lines = head.fields("Set-Cookie");
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.stream().allMatch(line -> line.startsWith("_ga=; ")), lines::toString);
    assertTrue(lines.stream().allMatch(line -> line.contains("Max-Age=0")), lines::toString);
    assertEquals(1, lines.stream().filter(line -> line.contains("Domain=example.fr")).count());
    assertEquals(List.of("Cookie"), head.fields("Vary"));
  }

  @ParameterizedTest
  @DisplayName("case 117")
  @CsvSource({"document,2", "empty,2", "iframe,2", "image,0", "style,0", "script,0"})
  void onlyPagesAndDataExpireStaleCookies(String destination, int lines) {
    visit("Cookie", "_ga=1", "Sec-Fetch-Dest", destination);
    assertEquals(lines, head.fields("Set-Cookie").size());
  }

  @Test
  void expiryIsBounded() {
    StringBuilder cookies = new StringBuilder("zzz=0");
    for (int i = 0; i < 500; i++) {
      cookies.append("; _ga_").append(i).append("=1");
    }
    visit("Cookie", cookies.toString());
    int octets = head.fields("Set-Cookie").stream().mapToInt(line -> line.length() + 14).sum();
    assertTrue(octets <= StaleCookies.OCTETS && octets > StaleCookies.OCTETS - 100);
  }

  @Test
  @DisplayName("CK-15: a name as long as a cookie may be does not fill the head")
  void hugeNameIsNotEchoed() {
    visit("Cookie", "_ga" + "x".repeat(4000) + "=1; chat_visitor=1");
    assertTrue(head.fields("Set-Cookie").stream().allMatch(l -> l.startsWith("chat_visitor=;")));
  }

  @Test
  @DisplayName("CK-11, cases 12, 118")
  void deletionPassesBlankedButNotTwice() {
    Exchange exchange = visit("Cookie", "_ga=1");
    assertEquals(
        Optional.empty(),
        exchange.add("Set-Cookie", "_ga=secret; Path=/; Domain=example.fr; Max-Age=0"));
    assertTrue(
        exchange
            .add("Set-Cookie", "_ga=secret; Path=/shop; Max-Age=0")
            .orElseThrow()
            .startsWith("_ga=; "));
  }

  @Test
  @DisplayName("LT-01, LT-04: no reader of either attribute keeps it longer")
  void longExpiresBesideAShortMaxAgeIsShortened() {
    String sent =
        visit()
            .add("Set-Cookie", "basket=1; Max-Age=60; Expires=Fri, 15 Jun 2029 10:00:00 GMT")
            .orElseThrow();
    assertEquals("basket=1; Max-Age=60; Expires=Mon, 23 Nov 2026 12:01:00 GMT", sent);
  }

  @Test
  void disbelievedTokensAreCounted() {
    visit("Cookie", "__Host-consent=forged");
    assertEquals(1, stage.gateway.disbelieved().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  @DisplayName("case 80")
  void clearedHeadIsRestoredWithoutTheApplicationsCookies() {
    Exchange exchange = visit("Cookie", "_ga=1");
    List<String> before = head.fields("Set-Cookie");
    head.clear();
    exchange.restore();
    assertEquals(before, head.fields("Set-Cookie"));
    assertEquals(List.of("private"), head.fields("Cache-Control"));
  }

  @Test
  @DisplayName("case 120")
  void untouchedResponseStaysCacheable() {
    Exchange exchange = visit("Cookie", "basket=1; " + stage.tokenFor("audience"));
    assertEquals(Optional.of("public"), exchange.add("Cache-Control", "public"));
    assertTrue(head.isUntouched());
  }

  @Test
  @DisplayName("CK-14, case 119")
  void readingConsentMakesTheResponsePrivateOnce() {
    Exchange exchange = visit();
    head.add("Cache-Control", "public, max-age=60");
    head.add("Vary", "Accept");
    assertEquals(Consent.State.UNDECIDED, exchange.consent().state());
    assertEquals(Consent.State.UNDECIDED, exchange.consent().state());
    assertEquals(List.of("private, max-age=60"), head.fields("Cache-Control"));
    assertEquals(List.of("Accept", "Cookie"), head.fields("Vary"));
    assertEquals(Optional.of("private"), exchange.replace("Cache-Control", "public"));
    assertEquals(Optional.of("Accept, Cookie"), exchange.replace("vary", "Accept"));
    assertEquals(Optional.of("Accept"), exchange.add("Vary", "Accept"));
  }

  @ParameterizedTest
  @DisplayName("CK-14")
  @ValueSource(strings = {"_ga=1", "basket=1", "zzz=1"})
  void anyCookieMakesTheResponsePrivate(String cookie) {
    visit().add("Set-Cookie", cookie);
    assertEquals(List.of("private"), head.fields("Cache-Control"));
    assertEquals(List.of("Cookie"), head.fields("Vary"));
  }

  @Test
  @DisplayName("CK-14")
  void readingAConsentedCookieMakesTheResponsePrivate() {
    visit("Cookie", "_ga=1; " + stage.tokenFor("audience")).noteReading();
    assertEquals(List.of("Cookie"), head.fields("Vary"));
  }

  @ParameterizedTest
  @DisplayName("CK-12: what no choice would change stays cacheable")
  @ValueSource(strings = {"basket=1", "zzz_unknown=1", "TOKEN"})
  void readingWhatConsentDoesNotChangeLeavesTheResponseAlone(String cookie) {
    visit("Cookie", cookie.equals("TOKEN") ? stage.tokenFor("audience") : cookie).noteReading();
    assertTrue(head.isUntouched());
  }

  @Test
  @DisplayName("CK-10: a script's tracker goes even if the policy does not know it")
  void unregisteredTrackerIsExpiredAndOtherUnknownNamesAreNot() {
    visit("Cookie", "_fbp=1; zzz_unknown=2");
    List<String> lines = head.fields("Set-Cookie");
    assertTrue(lines.stream().allMatch(line -> line.startsWith("_fbp=; ")), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains("Domain=example.fr")));
    assertTrue(lines.stream().anyMatch(line -> !line.contains("Domain=")));
  }

  @Test
  @DisplayName("CK-10: a script's cookie without a path lies in the page's directory")
  void staleCookieIsExpiredInTheDirectoriesOfThePage() {
    stage.begin(get("/fr/journal/page", "Cookie", "chat_visitor=1"), head);
    String lines = String.join("\n", head.fields("Set-Cookie"));
    for (String path : List.of("Path=/;", "Path=/fr;", "Path=/fr/journal;")) {
      assertTrue(lines.contains(path), lines);
    }
  }

  @ParameterizedTest
  @DisplayName("CK-09b")
  @ValueSource(
      strings = {
        "Critical-CH",
        "observe-browsing-topics",
        "Attribution-Reporting-Register-Source",
        "Attribution-Reporting-Register-Trigger",
        "NEL",
        "report-to",
        "Use-As-Dictionary"
      })
  void fieldsThatMakeTheTerminalStoreOrSendAreStripped(String name) {
    assertEquals(Optional.empty(), visit().add(name, "x"));
    assertEquals(Optional.empty(), visit("Cookie", stage.tokenFor("audience")).add(name, "x"));
  }

  @ParameterizedTest
  @DisplayName("CK-09b: neither what serves security, nor what only looks alike")
  @ValueSource(strings = {"Reporting-Endpoints", "Content-Security-Policy", "X-Use-Dictionary"})
  void fieldsThatStoreNothingPass(String name) {
    assertEquals(Optional.of("x"), visit().add(name, "x"));
    assertFalse(visit().gates(name));
    assertTrue(head.isUntouched());
  }

  @Test
  @DisplayName("CK-09b")
  void registeredFieldPassesWithItsPurpose() {
    assertEquals(Optional.empty(), visit().add("Accept-CH", "Sec-CH-UA-Model"));
    Exchange granted = visit("Cookie", stage.tokenFor("audience"));
    assertEquals(Optional.of("Sec-CH-UA-Model"), granted.add("Accept-CH", "Sec-CH-UA-Model"));
  }

  @Test
  @DisplayName("cases 29, 80: what the application clears or replaces comes back once")
  void ownFieldsSurviveAReplacement() {
    Exchange exchange = visit("Cookie", "_ga=1");
    exchange.add("Set-Cookie", "remember=1; Max-Age=33696000");
    List<String> own = head.fields("Set-Cookie");
    assertEquals(3, own.size(), own::toString);
    head.set("Set-Cookie", exchange.replace("Set-Cookie", "basket=1").orElseThrow());
    head.set("Cache-Control", "max-age=60");
    head.set("Vary", "Accept");
    exchange.restore();
    exchange.restore();
    assertEquals(4, head.fields("Set-Cookie").size());
    assertTrue(head.fields("Set-Cookie").containsAll(own));
    assertEquals(List.of("private, max-age=60"), head.fields("Cache-Control"));
    assertEquals(List.of("Accept", "Cookie"), head.fields("Vary"));
    own.forEach(line -> assertEquals(Optional.empty(), exchange.add("Set-Cookie", line)));
    own.forEach(line -> assertEquals(Optional.of(line), exchange.replace("Set-Cookie", line)));
  }

  @Test
  @DisplayName("cases 7, 88 with handler and filter together")
  void textThatHasBeenJudgedPassesAgain() {
    Exchange exchange = visit();
    String line = exchange.add("Set-Cookie", "remember=1; Max-Age=60").orElseThrow();
    assertEquals(Optional.of(line), exchange.add("Set-Cookie", line));
    assertEquals(1, head.fields("Set-Cookie").size());
  }

  @Test
  void everySuppressionIsCountedByItsReason() {
    Exchange exchange = visit();
    exchange.add("Set-Cookie", "_ga=1");
    exchange.add("Set-Cookie", "zzz=1");
    exchange.add("Set-Cookie", "zzz=\u0001");
    exchange.add("Set-Cookie2", "a=1");
    exchange.add("Bad Name", "a=1");
    assertEquals(1, stage.gateway.suppressed().get(Reason.PURPOSE_NOT_GRANTED));
    assertEquals(1, stage.gateway.suppressed().get(Reason.UNKNOWN_NAME));
    assertEquals(1, stage.gateway.suppressed().get(Reason.CONTROL_CHARACTER));
    assertEquals(1, stage.gateway.suppressed().get(Reason.SET_COOKIE2));
    assertEquals(1, stage.gateway.suppressed().get(Reason.HEADER_NAME));
    assertEquals(0, stage.gateway.suppressed().get(Reason.PREFIX_RULE));
    assertFalse(exchange.gates("Content-Type"));
  }
}
