package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site is the same whatever the visitor answers, and no cache mixes visitors up. */
class SameContentTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  /** What the shop itself makes depend on the visitor: an embedded service, products seen. */
  private static final Set<String> VARIED = Set.of("/en/blog", "/en/contact", "/en/product/tea");

  private static final Map<String, ScriptlessBrowser> VISITORS = new TreeMap<>();

  @BeforeAll
  static void threeVisitors() {
    VISITORS.put("undecided", new ScriptlessBrowser(SHOP));
    VISITORS.put("refusing", new ScriptlessBrowser(SHOP));
    VISITORS.put("accepting", new ScriptlessBrowser(SHOP));
    visitor("refusing").choose("refuse");
    visitor("accepting").choose("accept");
    VISITORS.values().forEach(Entrances::visitAll);
  }

  @AfterAll
  static void leave() {
    VISITORS.values().forEach(ScriptlessBrowser::close);
  }

  private static ScriptlessBrowser visitor(String standing) {
    return Objects.requireNonNull(VISITORS.get(standing));
  }

  static Stream<String> same() {
    return Entrances.all().filter(path -> !VARIED.contains(path));
  }

  static Stream<String> varied() {
    return VARIED.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("same")
  @DisplayName("CK-13: the same bytes for the undecided, the refusing and the accepting")
  void everyVisitorGetsTheSameBytes(String path) {
    String undecided = body("undecided", path);
    assertAll(
        () -> assertEquals(undecided, body("refusing", path)),
        () -> assertEquals(undecided, body("accepting", path)));
  }

  @ParameterizedTest
  @MethodSource("varied")
  @DisplayName("CK-13: a refusal costs nothing that the undecided have")
  void aRefusalCostsNothing(String path) {
    assertEquals(body("undecided", path), body("refusing", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/blog", "/en/contact"})
  @DisplayName("CK-13: the article is there whoever reads it, only the embedded service varies")
  void theTextIsThereForEveryone(String path) {
    Function<String, String> text = standing -> withoutService(body(standing, path));
    assertEquals(text.apply("undecided"), text.apply("accepting"));
  }

  private static String withoutService(String html) {
    return html.replaceAll("(?s)<figcaption>.*?</figcaption>", "")
        .replaceAll("(?s)<section class=\"panel\" aria-labelledby=\"chat\">.*?<address>", "");
  }

  static Stream<String> found() {
    return same().filter(path -> !Entrances.ERRORS.contains(path));
  }

  static List<String> errors() {
    return Entrances.ERRORS;
  }

  @ParameterizedTest
  @MethodSource("found")
  @DisplayName("CK-14: no shared cache may keep a page of anyone")
  void noSharedCacheMayKeepAPage(String path) {
    assertNobodysPageIsShared(path);
  }

  @ParameterizedTest
  @MethodSource("errors")
  @DisplayName("CK-14: no shared cache may keep an error page of anyone")
  void noSharedCacheMayKeepAnErrorPage(String path) {
    assertNobodysPageIsShared(path);
  }

  private static void assertNobodysPageIsShared(String path) {
    assertAll(
        VISITORS.keySet().stream()
            .map(standing -> () -> assertPrivate(standing, answer(standing, path))));
  }

  private static void assertPrivate(String standing, WebResponse answer) {
    String cacheControl = fields(answer, "Cache-Control");
    assertAll(
        standing,
        () -> assertTrue(cacheControl.matches(".*\\b(private|no-store)\\b.*"), cacheControl),
        () -> assertFalse(cacheControl.contains("public"), cacheControl),
        () -> assertTrue(fields(answer, "Vary").contains("Cookie"), "Vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/shop.css", "/assets/icon.svg"})
  @DisplayName("CK-12: files carry no cookie, and every browser may keep them")
  void filesStayCacheable(String path) {
    for (String standing : List.of("undecided", "refusing", "accepting")) {
      WebResponse file = answer(standing, path);
      assertAll(
          standing,
          () -> assertEquals(200, file.getStatusCode()),
          () -> assertEquals("", fields(file, "Set-Cookie")),
          () -> assertTrue(fields(file, "Cache-Control").contains("public")),
          () -> assertTrue(fields(file, "Cache-Control").contains("immutable")));
    }
  }

  private static String body(String standing, String path) {
    return withoutQuestion(answer(standing, path).getContentAsString());
  }

  /** The page without what the gate has put into it for its visitor. */
  private static String withoutQuestion(String html) {
    return html.replaceAll("<link rel=\"stylesheet\" href=\"/consent/[^>]*>\n?", "")
        .replaceAll("(?s)<section class=\"consent-question\" .*?</section>\n", "")
        .replaceAll("(?s)<div class=\"consent-control\".*?</div>\n", "")
        .replaceAll("<script src=\"/consent/assets/[^>]*></script>\n?", "");
  }

  private static WebResponse answer(String standing, String path) {
    ScriptlessBrowser visitor = visitor(standing);
    visitor.open(path);
    return visitor.answer();
  }

  private static String fields(WebResponse answer, String name) {
    return String.join(
        ", ",
        answer.getResponseHeaders().stream()
            .filter(field -> field.getName().equalsIgnoreCase(name))
            .map(field -> field.getValue())
            .toList());
  }
}
