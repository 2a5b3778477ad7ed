package io.github.consentgateway.demo.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.RunningShop;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
  private static final Set<String> BROKEN_ON_PURPOSE =
      Set.of("/fr/no-such-page", "/en/no-such-page", "/fr/crash", "/en/crash");
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  static Stream<String> pages() {
    return Stream.of(
            "/",
            "/catalogue",
            "/catalogue?q=bleu",
            "/product/tea",
            "/basket",
            "/sign-in",
            "/sign-in?failed=1",
            "/newsletter",
            "/newsletter?done=1",
            "/blog",
            "/contact",
            "/privacy",
            "/stock",
            "/cookies-lab")
        .flatMap(page -> Stream.of("/fr" + page, "/en" + page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void answersEveryPageInItsLanguage(String path) {
    HttpResponse<String> response = shop.get(path);
    String language = path.substring(1, 3);
    assertAll(
        () -> assertEquals(200, response.statusCode()),
        () -> assertTrue(response.body().contains("<html lang=\"" + language + "\">")),
        () -> assertEquals(1, count(response.body(), "<h1")),
        () -> assertEquals(1, count(response.body(), "<main")),
        () -> assertFalse(response.body().contains("{0}")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void loadsNothingFromElsewhereAndNothingInline(String path) {
    String html = shop.get(path).body();
    assertAll(
        () -> assertEquals(0, count(html, "<script")),
        () -> assertEquals(0, count(html, "<style")),
        () -> assertEquals(0, count(html, " style=")),
        () -> assertEquals(0, count(html, " on[a-z]+=")),
        () -> assertEquals(0, count(html, " src=\"(?:https?:)?//")),
        () -> assertEquals(0, count(html, "<link[^>]*href=\"(?:https?:)?//")));
  }

  @Test
  void linksLeadSomewhere() {
    Set<String> links = new TreeSet<>();
    pages().forEach(page -> collect(shop.get(page).body(), links));
    links.removeAll(BROKEN_ON_PURPOSE);
    links.removeIf(link -> link.matches("/cookies-lab/try/.*|.*/(language|sign-out)"));
    assertTrue(links.size() > 30, links.toString());
    for (String link : links) {
      assertTrue(shop.get(link).statusCode() < 400);
    }
  }

  private static void collect(String html, Set<String> links) {
    Matcher matcher = LINK.matcher(html);
    while (matcher.find()) {
      if (matcher.group(1).startsWith("/")) {
        links.add(matcher.group(1));
      }
    }
  }

  private static int count(String html, String regex) {
    return (int) Pattern.compile(regex).matcher(html).results().count();
  }

  @ParameterizedTest
  @CsvSource({
    "/,fr,/fr/",
    "/,'en-GB,fr;q=0.5',/en/",
    "/,'de,en;q=0.5',/en/",
    "/,de,/en/",
    "/catalogue,fr,/fr/catalogue",
    "/cookies-lab,en,/en/cookies-lab",
    "/product/tea,fr,/fr/product/tea"
  })
  void sendsToTheLanguageThatTheBrowserPrefers(String path, String accepted, String target) {
    HttpResponse<String> response = shop.get(path, "Accept-Language", accepted);
    assertAll(
        () -> assertEquals(302, response.statusCode()),
        () -> assertEquals(target, response.headers().firstValue("Location").orElse("")));
  }

  @Test
  void keepsTheLanguageThatTheVisitorChose() {
    try (RunningShop own = RunningShop.open()) {
      HttpResponse<String> switched = own.post("/en/language", "back", "/product/tea");
      assertAll(
          () -> assertEquals(303, switched.statusCode()),
          () ->
              assertEquals("/en/product/tea", switched.headers().firstValue("Location").orElse("")),
          () ->
              assertEquals(
                  "/en/",
                  own.get("/", "Accept-Language", "fr")
                      .headers()
                      .firstValue("Location")
                      .orElse("")));
    }
  }

  @ParameterizedTest
  @CsvSource({"//evil.example", "https://evil.example/", "/\\evil.example", "'/product/../../x'"})
  void neverSwitchesLanguageTowardsAnotherSite(String back) {
    HttpResponse<String> switched = shop.post("/fr/language", "back", back);
    assertEquals("/fr/", switched.headers().firstValue("Location").orElse(""));
    shop.forgetCookies();
  }

  @ParameterizedTest
  @CsvSource({
    "/fr/no-such-page,404,fr",
    "/en/no-such-page,404,en",
    "/en/product/none,404,en",
    "/no-such-page,404,fr",
    "/fr/crash,500,fr",
    "/en/crash,500,en",
    "/error,404,fr",
    "/en/catalogue?q=%C3%28,400,en",
    "/cookies-lab/inner,404,fr",
    "/assets/none.css,404,fr"
  })
  @DisplayName("CK-16: error pages are pages of the shop")
  void showsErrorsAsPages(String path, int status, String language) {
    HttpResponse<String> response = shop.get(path);
    assertAll(
        () -> assertEquals(status, response.statusCode()),
        () -> assertTrue(response.body().contains("<html lang=\"" + language + "\">")),
        () -> assertFalse(response.body().contains("Exception")),
        () -> assertFalse(response.body().contains("Jetty")));
  }

  @Test
  void redirectsTheSaleWithACookieOnTheWay() {
    HttpResponse<String> response = shop.get("/sale");
    assertAll(
        () -> assertEquals(302, response.statusCode()),
        () -> assertEquals("/catalogue", response.headers().firstValue("Location").orElse("")),
        () ->
            assertTrue(
                response.headers().allValues("Set-Cookie").stream()
                    .anyMatch(line -> line.startsWith("ab_variant=b"))));
  }

  @Test
  void escapesWhatTheVisitorSearchesFor() {
    String html = shop.get("/en/catalogue?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
    assertAll(
        () -> assertFalse(html.contains("<script")),
        () -> assertTrue(html.contains("value=\"&#34;")));
  }

  @Test
  @DisplayName("CK-12: static files carry no cookie and may be kept")
  void servesFilesWithoutCookies() {
    HttpResponse<String> css = shop.get(Assets.address("shop.css"));
    assertAll(
        () -> assertEquals(200, css.statusCode()),
        () ->
            assertTrue(css.headers().firstValue("Content-Type").orElse("").startsWith("text/css")),
        () -> assertFalse(css.headers().firstValue("Set-Cookie").isPresent()),
        () -> assertFalse(css.body().contains("url("), "loads something"),
        () -> assertFalse(css.body().contains("@import")));
  }

  @Test
  void tellsNothingAboutTheServer() {
    HttpResponse<String> response = shop.get("/fr/");
    assertAll(
        () -> assertFalse(response.headers().firstValue("Server").isPresent()),
        () -> assertFalse(response.headers().firstValue("X-Powered-By").isPresent()));
  }
}
