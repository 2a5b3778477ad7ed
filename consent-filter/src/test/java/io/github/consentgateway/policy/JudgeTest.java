package io.github.consentgateway.policy;

import static io.github.consentgateway.policy.Cookies.assertAllowed;
import static io.github.consentgateway.policy.Cookies.assertDropped;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and purposes: who may be set at all. */
class JudgeTest {

  private final ConsentPolicy policy = Policies.valid();
  private final Consent all = Policies.granting(policy, "preferences", "audience", "video");

  @DisplayName(
      "CK-01, CK-05, T05, cases 1, 3, 9: a purpose not granted drops, all granted lets pass")
  @ParameterizedTest
  @CsvSource({
    "size, '', false",
    "size, audience, false",
    "size, preferences, true",
    "_ga, '', false",
    "_ga_X, audience, true",
    "x_player, audience, false",
    "x_player, video, false",
    "x_player, audience video, true",
    "JSESSIONID, '', true",
    "cart-1, '', true"
  })
  void letsPassWhatEveryPurposeOfIsGranted(String name, String granted, boolean allowed) {
    Consent consent = Policies.granting(policy, granted.split(" "));

    Verdict verdict = Cookies.judge(policy, name + "=v", consent);

    assertEquals(
        allowed
            ? new Verdict.Allow(Cookies.cookie(name + "=v"), policy.rule(name))
            : new Verdict.Drop(Reason.PURPOSE_NOT_GRANTED),
        verdict);
  }

  @DisplayName("case 2: an essential cookie leaves with its attributes unchanged, the same text")
  @Test
  void leavesAnEssentialCookieAlone() {
    String text = "JSESSIONID=abc; Path=/shop; Secure; HttpOnly; SameSite=Lax; Priority=High";
    SetCookie cookie = Cookies.cookie(text);

    Verdict verdict = policy.judge(cookie, Consent.undecided(), FirstDeposits.none(), Policies.NOW);

    assertEquals(new Verdict.Allow(cookie, policy.rule("JSESSIONID")), verdict);
    assertAllowed(text, verdict);
  }

  @DisplayName("CK-03, cases 4, 5, 11, 25: an unknown name is dropped, whatever is granted")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzz_unknown",
        "jsessionid",
        "JSESSIONID2",
        "Size",
        "cart",
        "Cart-1",
        "_g",
        "player",
        "\"size\"",
        "my_ga",
        "__host-csrf",
        "consent",
        "sizes"
      })
  void dropsUnknownNames(String name) {
    assertDropped(Reason.UNKNOWN_NAME, Cookies.judge(policy, name + "=v; Secure; Path=/", all));
    assertDropped(
        Reason.UNKNOWN_NAME,
        Cookies.judge(policy, name + "=v; Secure; Path=/", Consent.undecided()));
  }

  @DisplayName("CK-11, cases 12, 13: a deletion leaves without its value, whatever its name")
  @ParameterizedTest
  @CsvSource({
    "_ga=GA1.2; Max-Age=0, _ga=; Max-Age=0",
    "zzz=track; Max-Age=-1; Path=/x, zzz=; Max-Age=0; Path=/x",
    "'_ga=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', '_ga=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'",
    "'_ga=1; Expires=Sun, 22 Nov 2026 10:15:30 GMT', '_ga=; Expires=Sun, 22 Nov 2026 10:15:30 GMT'",
    "__Host-x=1; Max-Age=0; Secure; Path=/, __Host-x=; Max-Age=0; Secure; Path=/",
    "JSESSIONID=; Max-Age=0, JSESSIONID=; Max-Age=0"
  })
  void letsDeletionsPassBlank(String text, String expected) {
    assertAllowed(expected, Cookies.judge(policy, text, Consent.undecided()));
  }

  @Test
  void namesTheRuleOfADeletionIfThereIsOne() {
    Verdict known = Cookies.judge(policy, "_ga=1; Max-Age=0", Consent.undecided());
    Verdict unknown = Cookies.judge(policy, "zzz=1; Max-Age=0", Consent.undecided());

    assertEquals(new Verdict.Allow(Cookies.cookie("_ga=; Max-Age=0"), policy.rule("_ga")), known);
    assertEquals(new Verdict.Allow(Cookies.cookie("zzz=; Max-Age=0"), Optional.empty()), unknown);
  }

  @DisplayName("case 14: a past Expires with a Max-Age that lasts is no deletion")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_ga=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=3600",
        "_ga=1; Expires=Sun, 22 Nov 2026 10:15:31 GMT"
      })
  void dropsWhatOnlyResemblesADeletion(String text) {
    assertDropped(Reason.PURPOSE_NOT_GRANTED, Cookies.judge(policy, text, Consent.undecided()));
  }

  @DisplayName("cases 21, 23, 27, 56, 60, 61: a field that is no cookie is dropped with its reason")
  @ParameterizedTest
  @CsvSource({"JSESSIONID, NAMELESS", "=v, NAMELESS", "'', NAMELESS", "=__Host-sid=evil, NAMELESS"})
  void dropsNamelessFields(String text, Reason reason) {
    assertDropped(reason, Cookies.judge(policy, text, all));
  }

  @DisplayName("cases 27, 56, 60: every defect of a field has a reason of the same name")
  @ParameterizedTest
  @EnumSource
  void dropsEveryDefect(ParsedCookie.Defect defect) {
    Verdict verdict =
        policy.judge(new ParsedCookie.Malformed(defect), all, FirstDeposits.none(), Policies.NOW);

    assertDropped(Reason.valueOf(defect.name()), verdict);
  }

  @DisplayName("case 56: control characters and oversize are dropped even of essential cookies")
  @Test
  void dropsMalformedEssentialCookies() {
    assertDropped(Reason.CONTROL_CHARACTER, Cookies.judge(policy, "JSESSIONID=a\r\nX: y", all));
    assertDropped(Reason.TOO_LARGE, Cookies.judge(policy, "JSESSIONID=" + "x".repeat(5000), all));
  }

  @DisplayName("the application may neither set nor delete the cookies of the gateway")
  @ParameterizedTest
  @ValueSource(strings = {"__Host-consent", "__Host-consent-since", "__Host-consentX"})
  void keepsItsOwnNames(String name) {
    String text = name + "=v; Secure; Path=/";

    assertDropped(Reason.OWN_NAME, Cookies.judge(policy, text, all));
    assertDropped(Reason.OWN_NAME, Cookies.judge(policy, text + "; Max-Age=0", all));
  }

  @DisplayName("on a plain-http localhost the gateway keeps the names without prefix")
  @Test
  void keepsPlainNamesOnLocalhost() {
    ConsentPolicy local = policy.withSite("http://localhost:8080");

    assertDropped(Reason.OWN_NAME, Cookies.judge(local, "consent=v", all));
    assertDropped(Reason.OWN_NAME, Cookies.judge(local, "consent-since-1=v", all));
    assertDropped(Reason.UNKNOWN_NAME, Cookies.judge(local, "consents=v", all));
    assertDropped(Reason.UNKNOWN_NAME, Cookies.judge(local, "__Host-consent=v", all));
  }

  @DisplayName("a rule for many names does not reach the names of the gateway")
  @Test
  void keepsItsOwnNamesFromOpenPatterns() {
    ConsentPolicy open =
        Policies.parse(Policies.with("__Host-csrf", "__Host-*").replace("\"cart", "\"con"));
    Consent consent = Consent.undecided();

    assertTrue(open.mayRead("__Host-x", 0, 8, consent));
    assertFalse(open.mayRead("__Host-consent", 0, 14, consent));
    assertEquals(Optional.empty(), open.rule("__Host-consent-since"));
    assertDropped(Reason.OWN_NAME, Cookies.judge(open, "__Host-consent=v", consent));
  }

  @DisplayName("case 10: the rule with the most fixed characters applies, an exact name first")
  @Test
  void findsTheNearestRule() {
    String rule = "  - { name: \"%s\", purposes: [%s], lifetime: P1D, thirdPartyAccess: false }\n";
    StringBuilder rules = new StringBuilder("cookies:\n");
    for (String name : List.of("a*", "abc*", "ab*", "*z", "*yz", "abcd", "*bcd")) {
      rules.append(rule.formatted(name, "audience"));
    }
    ConsentPolicy patterns = Policies.parse(Policies.with("cookies:\n", rules.toString()));

    Map<String, String> nearest =
        Map.ofEntries(
            entry("a", "a*"),
            entry("ax", "a*"),
            entry("abx", "ab*"),
            entry("abcx", "abc*"),
            entry("abcd", "abcd"),
            entry("abcde", "abc*"),
            entry("az", "a*"),
            entry("xz", "*z"),
            entry("xyz", "*yz"),
            entry("ayz", "*yz"),
            entry("abz", "ab*"),
            entry("xbcd", "*bcd"),
            entry("abyz", "ab*"));
    nearest.forEach(
        (name, nearer) -> assertEquals(nearer, patterns.rule(name).orElseThrow().name(), name));
    assertEquals(Optional.empty(), patterns.rule("zx"));
    assertEquals(Optional.empty(), patterns.rule(""));
  }
}
