package io.github.consentgateway.demo.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.RunningShop;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ungated, the shop must misbehave: else a gate in front of it would prove nothing. */
class TrackersTest {
  private static final Set<String> EVERYWHERE =
      Set.of("_ga", "_ga_DEMO", "_gid", "ab_variant", "first_visit", "lang_pref", "zzz_unknown");

  private RunningShop shop;

  @BeforeEach
  void open() {
    shop = RunningShop.open();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<String> lines(String path, String... headers) {
    return shop.get(path, headers).headers().allValues("Set-Cookie");
  }

  private Set<String> names(String path) {
    Set<String> names = new TreeSet<>();
    lines(path).forEach(line -> names.add(line.substring(0, line.indexOf('='))));
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/fr/",
        "/en/catalogue",
        "/sale",
        "/fr/stock",
        "/fr/nope",
        "/nope",
        "/en/crash"
      })
  void setsItsTrackersOnEveryKindOfAnswer(String path) {
    assertEquals(new TreeSet<>(EVERYWHERE), names(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/fr/product/tea,recent_products",
    "/fr/contact,chat_visitor",
    "/fr/blog,video_quality"
  })
  void setsMoreWhereThereIsAReason(String path, String name) {
    assertTrue(names(path).contains(name));
  }

  @Test
  void asksForTenYears() {
    String line = lines("/fr/").stream().filter(l -> l.startsWith("first_visit")).findFirst().get();
    int year = java.time.Year.now(java.time.ZoneOffset.UTC).getValue();
    assertTrue(line.contains(" " + (year + 10) + " "), line);
  }

  @Test
  void keepsTheVisitorsNumber() {
    assertTrue(
        lines("/fr/", "Cookie", "_ga=GA1.1.7.8").stream()
            .anyMatch(line -> line.startsWith("_ga=GA1.1.7.8;")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_ga=\"a b\"", "_ga=x;ab_variant=é", "_ga=GA1.1.7.8%0d%0aX", "lang=<b>"})
  void setsNothingAgainThatItDidNotGive(String cookie) {
    List<String> lines = lines("/fr/", "Cookie", cookie);
    assertAll(
        () -> assertEquals(EVERYWHERE.size(), lines.size()),
        () -> assertFalse(lines.stream().anyMatch(line -> line.matches("_ga=(x|\"?a b|.*X).*"))));
  }

  @Test
  void remembersTheProductsSeenLast() {
    shop.get("/fr/product/tea");
    shop.get("/fr/product/bowl");
    String page = shop.get("/fr/product/honey").body();
    assertAll(
        () -> assertTrue(page.contains("Vus récemment")),
        () -> assertTrue(page.contains("/fr/product/bowl")),
        () -> assertTrue(page.contains("/fr/product/tea")));
  }
}
