package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.LogLines;
import io.github.consentgateway.gateway.Stage.Asked;
import io.github.consentgateway.gateway.Stage.Head;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

  private static final String PAGE =
      "<!doctype html><html lang=fr><title>t</title><body><p>Bonjour</body></html>";

  @RegisterExtension private final LogLines log = new LogLines();

  private final Stage stage = new Stage();
  private final Head head = new Head();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String shown(Asked request, int status, String page) throws IOException {
    Optional<PageText> gate = stage.begin(request, head).page().text(status, out);
    byte[] octets = page.getBytes(StandardCharsets.UTF_8);
    if (gate.isEmpty()) {
      return page;
    }
    gate.get().write(octets, 0, octets.length);
    gate.get().finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String shown(Asked request) throws IOException {
    head.set("Content-Type", "text/html; charset=utf-8");
    return shown(request, 200, PAGE);
  }

  @Test
  @DisplayName("UI-01, UI-11: the question is first in the body, the way back to it last")
  void undecidedVisitorIsAsked() throws IOException {
    String page = shown(get("/shop?a=1&b=2"));

    assertTrue(page.contains("<body><link rel=\"stylesheet\" href=\"/consent/assets/"), page);
    assertTrue(page.contains("<section class=\"consent-question\" lang=\"fr\""), page);
    assertTrue(page.contains("name=\"return\" value=\"/shop?a=1&amp;b=2\""), page);
    assertTrue(page.contains("Tout refuser"), page);
    assertTrue(page.indexOf("consent-control") > page.indexOf("Bonjour"), page);
    assertTrue(page.endsWith("></script>\n</body></html>"), page);
    assertEquals(List.of("private, no-cache"), head.fields("Cache-Control"));
    assertEquals(List.of("Cookie"), head.fields("Vary"));
  }

  @Test
  @DisplayName("UI-09, T09: a second consent interface is told of, once an hour for each")
  void secondInterfaceIsToldOf() throws IOException {
    head.set("Content-Type", "text/html");
    String page = PAGE.replace("<p>", "<div id=klaro></div><p>");
    for (int i = 0; i < 3; i++) {
      shown(get("/private/path?name=x"), 200, page);
    }
    shown(get("/"), 200, PAGE);

    assertEquals(1, log.lines().size(), log.lines()::toString);
    assertTrue(log.lines().get(0).contains("second consent interface, known by klaro"));
    assertFalse(log.lines().get(0).contains("private"));
  }

  @Test
  @DisplayName("nothing of the banner for a visitor who has decided")
  void decidedVisitorIsNotAsked() throws IOException {
    String page = shown(get("/", "Cookie", stage.tokenFor("audience")));

    assertFalse(page.contains("<section"), page);
    assertTrue(page.contains("consent-control"), page);
    assertTrue(page.contains("/consent/withdraw"), page);
  }

  @Test
  @DisplayName("WD-01: no button to withdraw where nothing was granted")
  void refuserHasNothingToWithdraw() throws IOException {
    String page = shown(get("/", "Cookie", stage.tokenFor()));

    assertTrue(page.contains("action=\"/consent/withdraw\" hidden>"), page);
    assertTrue(page.contains("id=\"consent-done\""), page);
  }

  @ParameterizedTest
  @DisplayName("UI-19: the language of the page, then that of the browser")
  @CsvSource({
    "fr,    en, Tout refuser",
    "fr-BE, en, Tout refuser",
    "en-GB, fr, Refuse all",
    "tlh,   fr, Tout refuser",
    "'',    en, Refuse all",
  })
  void questionSpeaksTheLanguageOfThePage(String page, String browser, String button)
      throws IOException {
    head.set("Content-Type", "text/html");
    String html = PAGE.replace("lang=fr", "lang=\"" + page + "\"");

    assertTrue(shown(get("/", "Accept-Language", browser), 200, html).contains(button));
  }

  @ParameterizedTest
  @DisplayName("what is no page passes untouched")
  @CsvSource({
    "GET,  200, text/html;charset=utf-8,      '',   document, true",
    "GET,  404, text/html; charset=ISO-8859-1,'',   document, true",
    "POST, 500, TEXT/HTML,                    '',   document, true",
    "GET,  200, text/html;charset=\"shift_jis\",'', document, true",
    "GET,  200, text/html,                    identity, document, true",
    "GET,  200, text/html;charset=utf-16,     '',   document, false",
    "GET,  200, text/html;charset=iso-2022-jp,'',   document, false",
    "GET,  200, text/html;charset=utf-7,      '',   document, false",
    "GET,  200, text/html;charset=no-such,    '',   document, false",
    "GET,  200, text/html,                    gzip, document, false",
    "GET,  200, text/htmlx,                   '',   document, false",
    "GET,  200, application/json,             '',   document, false",
    "GET,  204, text/html,                    '',   document, false",
    "GET,  206, text/html,                    '',   document, false",
    "GET,  304, text/html,                    '',   document, false",
    "HEAD, 200, text/html,                    '',   document, false",
    "GET,  200, text/html,                    '',   empty,    false",
    "GET,  200, text/html,                    '',   iframe,   false",
  })
  void onlyPagesAreTouched(
      String method, int status, String type, String coding, String destination, boolean touched)
      throws IOException {
    head.set("Content-Type", type);
    if (!coding.isEmpty()) {
      head.set("Content-Encoding", coding);
    }
    Asked request = new Asked(method, "/", get("/", "Sec-Fetch-Dest", destination).all(), "");

    assertEquals(touched, !shown(request, status, PAGE).equals(PAGE));
  }

  @Test
  @DisplayName("a fragment that an older browser's script fetches is no page")
  void fragmentIsNoPage() throws IOException {
    head.set("Content-Type", "text/html");

    assertEquals(PAGE, shown(get("/", "X-Requested-With", "XMLHttpRequest"), 200, PAGE));
  }

  @Test
  @DisplayName("of two edges the first one to write marks the page, UI-09")
  void pageIsMarkedOnce() {
    head.set("Content-Type", "text/html");
    Page page = stage.begin(get("/"), head).page();

    assertTrue(page.isPossible());
    assertTrue(page.text(200, out).isPresent());
    assertFalse(page.isPossible());
    assertTrue(page.text(200, out).isEmpty());
    page.restart();
    assertTrue(page.text(200, out).isPresent());
  }

  @ParameterizedTest
  @DisplayName("a copy of the page counts only for the standing that it was made for")
  @CsvSource({"'\"v1\"', '\"v1\"'", "'W/\"v1\"', 'W/\"v1\"'"})
  void tagsFollowTheStanding(String tag, String seen) throws IOException {
    head.set("ETag", tag);
    shown(get("/"));
    String marked = head.fields("ETag").get(0);
    assertTrue(marked.startsWith("W/\"v1-consent-"), marked);

    Page undecided = stage.begin(get("/", "If-None-Match", marked), new Head()).page();
    assertEquals(List.of(seen), undecided.conditions("If-None-Match"));
    assertEquals(List.of(), undecided.conditions("If-Modified-Since"));
    Page decided =
        stage
            .begin(get("/", "If-None-Match", marked, "Cookie", stage.tokenFor()), new Head())
            .page();
    assertEquals(List.of(), decided.conditions("If-None-Match"));
  }

  @ParameterizedTest
  @DisplayName("a copy of the page does not outlive what it was made of")
  @CsvSource({
    "policy:, 'banner: { layout: bar }\npolicy:'",
    "policy:, 'banner: { theme: { radius: 0 } }\npolicy:'",
    "2026-11-22, 2026-11-23",
    "Compter les pages vues, Compter les pages lues",
    "Exemple SAS, Autre SAS",
  })
  void tagsFollowWhatIsShown(String piece, String other) throws IOException {
    head.set("ETag", "\"v1\"");
    shown(get("/"));
    String marked = head.fields("ETag").get(0);
    String changed = Stage.yaml().replace(piece, other.replace("\\n", "\n"));

    assertEquals(1, conditions(stage, marked).size());
    assertEquals(List.of(), conditions(stage.under(changed), marked));
    assertEquals(1, conditions(stage.under(Stage.yaml()), marked).size());
  }

  private static List<String> conditions(Stage site, String tag) {
    return site.begin(get("/", "If-None-Match", tag), new Head())
        .page()
        .conditions("If-None-Match");
  }

  @ParameterizedTest
  @CsvSource({"'\"v1\"'", "*", "'W/\"a-consent-x1\"'", "''"})
  void tagsOfNobodyKnowsWhomAreNotPassedOn(String tag) {
    Page page = stage.begin(get("/", "If-None-Match", tag), new Head()).page();

    assertEquals(List.of(), page.conditions("If-None-Match"));
  }

  @ParameterizedTest
  @DisplayName("conditions of programs, images and changes are the application's own")
  @CsvSource({
    "GET,  Sec-Fetch-Dest, document,         If-None-Match,       true",
    "HEAD, Sec-Fetch-Dest, document,         if-modified-since,   true",
    "GET,  Accept,         'text/html,*/*',  If-None-Match,       true",
    "GET,  Accept,         application/json, If-None-Match,       false",
    "GET,  X-Other,        x,                If-None-Match,       false",
    "GET,  Sec-Fetch-Dest, image,            If-None-Match,       false",
    "GET,  Sec-Fetch-Dest, empty,            If-Modified-Since,   false",
    "PUT,  X-Other,        x,                If-Match,            false",
    "PUT,  Sec-Fetch-Dest, document,         If-None-Match,       false",
    "GET,  Sec-Fetch-Dest, document,         If-Match,            false",
    "GET,  Sec-Fetch-Dest, document,         If-Unmodified-Since, false",
    "GET,  Sec-Fetch-Dest, document,         If-Range,            false",
    "GET,  Sec-Fetch-Dest, document,         Accept,              false",
  })
  void onlyBrowsersCopiesOfPagesAreAskedAfter(
      String method, String field, String value, String name, boolean gated) {
    Asked request = new Asked(method, "/", get("/", field, value).all(), "");

    assertEquals(gated, stage.begin(request, new Head()).page().gates(name));
  }

  @Test
  @DisplayName("PV-03: a changed purpose alone is asked again, and the rest stays as chosen")
  void onlyWhatChangedIsAskedAgain() throws IOException {
    String token = stage.tokenFor("audience");
    Stage later = stage.under(Stage.yaml().replaceFirst("(?s)(chat:\n    version: )1", "$12"));
    head.set("Content-Type", "text/html");
    Optional<PageText> gate = later.begin(get("/", "Cookie", token), head).page().text(200, out);
    gate.orElseThrow().write(PAGE.getBytes(StandardCharsets.UTF_8), 0, PAGE.length());
    gate.orElseThrow().finish();
    String page = out.toString(StandardCharsets.UTF_8);

    assertTrue(page.contains("Discussion en ligne"), page);
    assertFalse(page.contains("Mesure d&#8217;audience"), page);
    Answer answer = later.answer(post("/consent", "choice=save&asked=chat%3A2", "Cookie", token));
    assertEquals(
        java.util.Set.of("audience"),
        later.begin(get("/", "Cookie", Stage.cookiePair(answer)), new Head()).consent().granted());
  }
}
