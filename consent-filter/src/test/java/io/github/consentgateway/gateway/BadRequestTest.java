package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides nothing: links, other sites, frames, prefetches, forms that say nothing. */
class BadRequestTest {

  private final Stage stage = new Stage();

  private static String field(Answer answer, String name) {
    return answer.fields().stream()
        .filter(field -> field.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  @DisplayName("CK-15: no name that a visitor sends keeps a refusal from being stored")
  void hugeNameDoesNotKeepARefusalOut() {
    Answer answer =
        stage.answer(post("/consent", "choice=refuse", "Cookie", "_ga" + "x".repeat(4000) + "=1"));
    assertEquals(1, cookies(answer).size());
  }

  @ParameterizedTest
  @DisplayName("UI-18, T20, case 111")
  @CsvSource({
    "GET,  /consent,          200",
    "HEAD, /consent,          200",
    "GET,  /consent/,         200",
    "GET,  /consent/withdraw, 405",
    "PUT,  /consent,          405",
    "DELETE, /consent,        405",
    "GET,  /consent/unknown,  404",
  })
  void onlyPostDecides(String method, String path, int status) {
    Stage.Asked asked = get(path);
    Answer answer = stage.answer(new Stage.Asked(method, path, asked.all(), "choice=accept"));
    assertEquals(status, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @DisplayName("UI-18, case 111")
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void otherSitesCannotDecide(String site) {
    Answer answer = stage.answer(post("/consent", "choice=accept", "Sec-Fetch-Site", site));
    assertEquals(403, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choice=%zz",
        "",
        "purpose=chat",
        "choice=",
        "choice=maybe",
        "choice=save&purpose=invented",
        "choice=save&purpose=chat&purpose=chat",
        "choice=save&lang=fr&lang=en",
        "choice=accept&choice=refuse"
      })
  void formThatSaysNothingIsRefusedPlainly(String form) {
    Answer answer = stage.answer(post("/consent", form));
    assertEquals(400, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/consenting", "/consen", "/shop/consent"})
  void otherPathsAreTheApplications(String path) {
    assertTrue(stage.begin(get(path), new Stage.Head()).answer().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/shop?x=1,          /shop?x=1",
    "/shop%23part,       /shop",
    "//evil.example,     /",
    "https://evil.test/, /",
  })
  void visitorReturnsOnlyToThisSite(String wanted, String location) {
    String form = "choice=refuse&return=" + wanted.replace("?", "%3F").replace("=", "%3D");
    Answer answer = stage.answer(post("/consent", form));
    assertEquals(location + "#consent-done", field(answer, "Location"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.fr/shop?a=b, /shop?a=b",
    "https://www.example.fr.evil/x,   ''",
    "https://evil.example/x,          ''",
    "https://www.example.fr/a b,      ''",
  })
  void pageRemembersWhereTheVisitorCameFrom(String referer, String back) {
    String body = stage.answer(get("/consent", "Referer", referer)).body();
    assertEquals(
        !back.isEmpty(), body.contains("name=\"return\" value=\"" + back.replace("&", "&amp;")));
  }

  @Test
  void answersAreNeverStoredNorFramed() {
    Answer page = stage.answer(get("/consent"));
    assertEquals("no-store", field(page, "Cache-Control"));
    assertTrue(field(page, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("DENY", field(page, "X-Frame-Options"));
  }

  @ParameterizedTest
  @DisplayName(
      "UI-18, T20: cross-site, prefetched, framed: 403, in the visitor's language, and no change")
  @CsvSource({
    "Sec-Fetch-Site, cross-site, fr, Un choix ne compte que",
    "Sec-Fetch-Site, same-site,  en, A choice counts only",
    "Sec-Fetch-Site, none,       fr, Un choix ne compte que",
    "Origin, https://evil.test,  en, A choice counts only",
    "Sec-Purpose, prefetch,      fr, Un choix ne compte que",
    "Sec-Purpose, 'prefetch;prerender', en, A choice counts only",
    "Purpose, prefetch,          fr, Un choix ne compte que",
    "Sec-Fetch-Dest, iframe,     en, A choice counts only",
    "Sec-Fetch-Dest, frame,      fr, Un choix ne compte que",
    "Sec-Fetch-Dest, image,      en, A choice counts only",
  })
  void choiceIsMadeOnThisSite(String field, String value, String language, String sentence) {
    for (String path : List.of("/consent", "/consent/withdraw")) {
      String token = stage.tokenFor("chat");
      Answer answer =
          stage.answer(
              post(
                  path,
                  "choice=accept",
                  field,
                  value,
                  "Cookie",
                  token,
                  "Accept-Language",
                  language));

      assertEquals(403, answer.status());
      assertEquals(List.of(), cookies(answer));
      assertTrue(answer.body().contains(sentence), answer::body);
    }
  }

  @ParameterizedTest
  @DisplayName("a form of a megabyte is refused as too large, of another type as unreadable")
  @CsvSource({
    "1048576, application/x-www-form-urlencoded, 413",
    "8193,    application/x-www-form-urlencoded, 413",
    "8192,    application/x-www-form-urlencoded, 303",
    "20,      text/plain,                        400",
    "20,      multipart/form-data,               400",
    "20,      application/json,                  400",
  })
  void formIsSmallAndOfItsType(int length, String type, int status) {
    String form = "choice=refuse&x=" + "y".repeat(length - 16);
    var fields =
        List.of(Map.entry("Content-Type", type), Map.entry("Sec-Fetch-Site", "same-origin"));
    Answer answer = stage.answer(new Stage.Asked("POST", "/consent", fields, form));

    assertEquals(status, answer.status());
    assertEquals(status == 303 ? 1 : 0, cookies(answer).size());
  }

  @ParameterizedTest
  @DisplayName("a way back that leaves this site, or splits the answer, leads to the first page")
  @ValueSource(
      strings = {
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "https://evil.test/",
        "javascript:alert(1)",
        "%2F%2Fevil.test",
        "/a%0D%0ASet-Cookie:x=1",
        "/a%0Ab",
        "/a%00b",
        "/a b",
        "/é",
        "",
        "evil",
        "/%09/evil.test",
        "http:evil.test",
        "///evil.test",
        "/.//evil%20x%0d",
      })
  void wayBackStaysOnThisSite(String wanted) {
    String form =
        "choice=refuse&return="
            + wanted.replace("\\", "%5C").replace("é", "%C3%A9").replace(" ", "+");
    Answer answer = stage.answer(post("/consent", form));

    assertEquals(303, answer.status());
    assertEquals("/#consent-done", field(answer, "Location"));
    assertTrue(answer.fields().stream().noneMatch(f -> f.getValue().contains("\n")));
  }
}
