package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice is a deliberate act on a page of the site; whatever else reaches us decides nothing. */
@DisplayName("UI-18: a choice is a deliberate act")
class DeliberateActTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  /** What the question sends when it is accepted. */
  private static final String ACCEPT =
      "choice=accept&asked=preferences%3A1+improvement%3A1+audience%3A1+chat%3A1+video%3A1";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/consent?choice=accept",
        "/consent/?choice=accept&purpose=audience",
        "/consent/withdraw?choice=accept",
        "/en/?choice=accept",
        "/en/?consent=accept"
      })
  void aLinkDecidesNothing(String path) {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));
      assertDecidesNothing(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void onlyPostDecides(String method) {
    HttpRequest.Builder request = sameOrigin(request("/consent"));
    HttpResponse<String> answer = send(request.method(method, BodyPublishers.ofString(ACCEPT)));
    assertEquals(405, answer.statusCode());
    assertDecidesNothing(answer);
  }

  @ParameterizedTest(name = "Sec-Fetch-Site: {0}, Origin: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,           -
          cross-site,  -
          cross-site,  https://evil.example
          cross-site,  self
          same-site,   self
          none,        self
          Same-Origin, self
          '',          self
          -,           null
          -,           https://evil.example
          -,           http://localhost
          -,           http://localhost:1
          """)
  void aFormOfAnotherSiteIsForbidden(@Nullable String site, @Nullable String origin) {
    for (String path : List.of("/consent", "/consent/withdraw")) {
      HttpRequest.Builder request = form(path, ACCEPT);
      if (site != null) {
        request.header("Sec-Fetch-Site", site);
      }
      if (origin != null) {
        request.header("Origin", origin.equals("self") ? SHOP.origin() : origin);
      }
      HttpResponse<String> answer = send(request);
      assertEquals(403, answer.statusCode(), path);
      assertDecidesNothing(answer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Purpose, prefetch",
    "Sec-Purpose, prefetch;prerender",
    "Sec-Purpose, prefetch;anonymous-client-ip",
    "Purpose,     prefetch"
  })
  void aPrefetchDecidesNothing(String header, String value) {
    HttpResponse<String> page = send(request("/consent?choice=accept").header(header, value));
    HttpResponse<String> choice = send(sameOrigin(form("/consent", ACCEPT)).header(header, value));
    assertEquals(403, choice.statusCode());
    assertDecidesNothing(page);
    assertDecidesNothing(choice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consent", "/consent/withdraw", "/consent/no-such-page"})
  void noPageOfOursCanBeFramedOrKept(String path) {
    HttpResponse<String> answer = send(request(path));
    String policy = String.join(";", answer.headers().allValues("Content-Security-Policy"));
    assertAll(
        () -> assertTrue(policy.contains("frame-ancestors 'none'"), policy),
        () -> assertTrue(policy.contains("form-action 'self'"), policy),
        () -> assertEquals(List.of("DENY"), answer.headers().allValues("X-Frame-Options")),
        () -> assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert"})
  void theWayBackNeverLeavesTheSite(String back) {
    HttpResponse<String> answer =
        send(sameOrigin(form("/consent", "choice=refuse&return=" + encoded(back))));
    assertAll(
        () -> assertEquals(303, answer.statusCode()),
        () -> assertEquals(List.of("/#consent-done"), answer.headers().allValues("Location")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "return=%2Fen%2F", "purpose=audience"})
  void aFormThatSaysNothingDecidesNothing(String body) {
    HttpResponse<String> answer =
        send(sameOrigin(form("/consent?choice=accept&purpose=audience", body)));
    assertEquals(400, answer.statusCode());
    assertDecidesNothing(answer);
  }

  @ParameterizedTest(name = "positive control: {0}: {1}")
  @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, self"})
  void aFormOfThisSiteDecides(String header, String value) {
    String said = value.equals("self") ? SHOP.origin() : value;
    HttpResponse<String> answer = send(form("/consent", ACCEPT).header(header, said));
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertAll(
        () -> assertEquals(303, answer.statusCode()),
        () -> assertEquals(1, cookies.size()),
        () -> assertTrue(cookies.get(0).startsWith(Cookies.TOKEN + "=ey"), "a token"));
  }

  private static void assertDecidesNothing(HttpResponse<String> answer) {
    assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(SHOP.at(path))).timeout(Duration.ofSeconds(30));
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder sameOrigin(HttpRequest.Builder request) {
    return request
        .setHeader("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
