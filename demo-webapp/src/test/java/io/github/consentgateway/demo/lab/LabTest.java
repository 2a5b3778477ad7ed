package io.github.consentgateway.demo.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.RunningShop;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LabTest {
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static int count(String html, String text) {
    return (int) Pattern.compile(Pattern.quote(text)).matcher(html).results().count();
  }

  @Test
  @DisplayName("positive control: with no gate, every route delivers its cookie")
  void everyAttemptSucceedsWithoutAGate() {
    String html = shop.get("/en/cookies-lab").body();
    assertAll(
        () -> assertEquals(28, Lab.attempts().size()),
        () -> assertEquals(28, count(html, ">Received</span>")),
        () -> assertEquals(0, count(html, "badge blocked")),
        () -> assertTrue(html.contains("<b>103</b>")),
        () -> assertTrue(html.contains("<b>trailer</b>")));
  }

  @Test
  void showsWhatTheBrowserHolds() {
    String html = shop.get("/en/cookies-lab", "Cookie", "_gid=secret-that-is-long; x=<b>").body();
    assertAll(
        () -> assertTrue(html.contains("<code>_gid</code>")),
        () -> assertTrue(html.contains("secret-t…")),
        () -> assertFalse(html.contains("secret-that-is-long")),
        () -> assertTrue(html.contains("<code>&lt;b")));
  }

  @Test
  void leavesTheVisitorsSessionAlone() {
    shop.post("/en/sign-in", "name", "Ada");
    String before = shop.cookie("JSESSIONID").map(HttpCookie::getValue).orElse("");
    shop.get("/en/cookies-lab");
    HttpResponse<String> after = shop.get("/en/sign-in");
    assertAll(
        () -> assertEquals(before, shop.cookie("JSESSIONID").orElseThrow().getValue()),
        () -> assertTrue(after.body().contains("Hello Ada")));
  }
}
