package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Method;
import io.github.consentgateway.traffic.TrafficEvent.Network;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficEvent.Protocol;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TL-01, TL-09, TL-10, TL-12, TL-16: what a line may say, and nothing else")
class TrafficEventTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static Browser browser(String agent) {
    return Browser.of(name -> Optional.of(agent).filter(unused -> name.equals("User-Agent")));
  }

  private static Browser hinted(String hints, String agent) {
    Map<String, String> fields = Map.of("Sec-CH-UA", hints, "User-Agent", agent);
    return Browser.of(name -> Optional.ofNullable(fields.get(name)));
  }

  @ParameterizedTest
  @DisplayName("TL-09, log test 44: the family and the major version of what a browser says it is")
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 | CHROME | 128 | DESKTOP",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.2739.42 | EDGE | 128 | DESKTOP",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0 | OPERA | 112 | DESKTOP",
        "Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0 | FIREFOX | 129 | DESKTOP",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | SAFARI | 17 | DESKTOP",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | SAFARI | 17 | MOBILE",
        "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | SAFARI | 17 | TABLET",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/128.0.6613.34 Mobile/15E148 Safari/604.1 | CHROME | 128 | MOBILE",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 14_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/129.0 Mobile/15E148 Safari/605.1.15 | FIREFOX | 129 | MOBILE",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36 | CHROME | 128 | MOBILE",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 | CHROME | 128 | TABLET",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36 | SAMSUNG_INTERNET | 26 | MOBILE",
        "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko | INTERNET_EXPLORER | 11 | DESKTOP",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | BOT | 0 | BOT",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36 (compatible; bingbot/2.0) | BOT | 0 | BOT",
        "curl/8.5.0 | BOT | 0 | BOT",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/128.0.0.0 Safari/537.36 | BOT | 0 | BOT",
        "Marie Durand's own browser 7 | OTHER | 0 | OTHER",
        "Chrome/99999 | OTHER | 0 | OTHER",
        "Mozilla/5.0 | OTHER | 0 | OTHER",
      })
  void agentsAreGeneralised(String agent, Browser.Family family, int major, Device device) {
    assertEquals(new Browser(family, major), browser(agent));
    assertEquals(
        device,
        Device.of(
            browser(agent),
            name -> Optional.of(agent).filter(unused -> name.equals("User-Agent"))));
  }

  @ParameterizedTest
  @DisplayName("log test 44: hints count first, in whatever order, with whatever grease")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"Chromium\";v=\"128\", \"Not;A=Brand\";v=\"24\", \"Google Chrome\";v=\"128\" | CHROME | 128",
        "\"Not)A;Brand\";v=\"99\", \"Microsoft Edge\";v=\"127\", \"Chromium\";v=\"127\" | EDGE | 127",
        "\"Opera\";v=\"112\", \"Chromium\";v=\"126\", \" Not;A Brand\";v=\"99\" | OPERA | 112",
        "\"Chromium\";v=\"128\" | CHROME | 128",
        "\"Brand of Marie\";v=\"1\" | FIREFOX | 129",
        "nonsense | FIREFOX | 129",
      })
  void hintsCountFirst(String hints, Browser.Family family, int major) {
    assertEquals(new Browser(family, major), hinted(hints, "Gecko/20100101 Firefox/129.0"));
  }

  @Test
  @DisplayName("log test 44: none, and 8 KB of anything, cost nothing")
  void endlessAgentsAreBounded() {
    assertEquals(Browser.OTHER, Browser.of(name -> Optional.empty()));
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String endless :
              List.of(
                  "Version/1 ".repeat(800), "\"Opera\" ; ".repeat(800), "(".repeat(1_000_000))) {
            hinted(endless, endless);
          }
        });
  }

  @ParameterizedTest
  @DisplayName("TL-10, log test 43: where somebody came from, and nothing more of it")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.google.com/ | https://www.google.com",
        "https://WWW.Example.ORG/a/b?q=hiv#c | https://www.example.org",
        "http://forum.example.org/thread/hiv | http://forum.example.org",
        "https://marie:secret@example.org/x | https://example.org",
        "https://example.org:8443/x | https://example.org",
        "https://bücher.example/x | https://xn--bcher-kva.example",
        "https://www.example.fr/panier | self",
        "https://www.example.fr:443/ | self",
        "https://192.0.2.1/x | other",
        "https://[2001:db8::1]/x | other",
        "https://intranet/x | other",
        "android-app://com.example.mail/ | other",
        "data:text/html,x | other",
        "about:blank | other",
        "https:///x | other",
        "https://exa mple.org/ | other",
        "https://example.org\\@evil.example/ | other",
        "marie@example.org | other",
        "https://-a.example.org/ | other",
        "https://example.org./ | other",
        "'' | none",
      })
  void referrersAreOrigins(String field, String said) {
    assertEquals(said, Referrer.of(Optional.of(field), "www.example.fr").text());
  }

  @Test
  void referrersAreBounded() {
    assertEquals("none", Referrer.of(Optional.empty(), "www.example.fr").text());
    String longest = "https://a.example/" + "x".repeat(2_048 - 18);
    assertEquals("https://a.example", Referrer.of(Optional.of(longest), "www.example.fr").text());
    assertEquals("other", Referrer.of(Optional.of(longest + "x"), "www.example.fr").text());
    String host = "a.".repeat(200) + "example";
    assertEquals("other", Referrer.of(Optional.of("https://" + host), "www.example.fr").text());
  }

  @ParameterizedTest
  @CsvSource({"GET, GET", "get, OTHER", "PATCH, PATCH", "OTHER, OTHER", "BREW, OTHER", "'', OTHER"})
  void unknownMethodsAreOther(String name, Method method) {
    assertEquals(method, Method.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop", "/a b", "/é", "/a\nb", "/a\u001b[31m"})
  void onlyPatternsAreRoutes(String pattern) {
    assertEquals(Route.OTHER, Route.of(pattern));
  }

  @ParameterizedTest
  @DisplayName("sizes and times are powers of two")
  @CsvSource({
    "-1, 0",
    "0, 0",
    "1, 0",
    "2, 1",
    "3, 1",
    "4, 2",
    "1023, 9",
    "1024, 10",
    "1025, 10",
    "9223372036854775807, 62",
  })
  void numbersAreBuckets(long number, int bucket) {
    assertEquals(bucket, Bucket.log2(number));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }

  @Test
  @DisplayName(
      "log tests 19, 31 and 42: whatever is sent, one line of JSON, the same keys, < 2 KiB")
  void everyLineParses() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      String line = event(random).json();
      JsonNode read = JSON.readTree(line);
      List<String> names = new ArrayList<>();
      read.fieldNames().forEachRemaining(names::add);
      if (keys.isEmpty()) {
        keys.addAll(names);
      }
      assertEquals(keys, names);
      assertTrue(line.length() < 2_048 && line.indexOf('\n') < 0, line);
      assertTrue(
          read.path("@timestamp").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"),
          line);
    }
    assertFalse(keys.contains("url.path"), keys.toString());
  }

  private static TrafficEvent event(Random random) {
    String agent = text(random);
    return new TrafficEvent(
        Instant.ofEpochMilli(Math.abs(random.nextLong() % 4_000_000_000_000L)),
        new Origin(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Network.UNKNOWN,
            ClientSource.INVALID),
        new Asked(
            Method.of(text(random)),
            Route.of("/" + text(random)),
            Protocol.of(text(random)),
            Referrer.of(Optional.of("https://" + text(random)), "www.example.fr"),
            hinted(text(random), agent),
            Device.of(browser(agent), name -> Optional.of(agent))),
        Answered.of(
            random.nextInt(600),
            OptionalLong.of(random.nextLong()),
            Duration.ofNanos(random.nextLong()),
            Optional.empty()),
        new Standing(State.UNDECIDED, random.nextBoolean(), 0, 0));
  }
}
