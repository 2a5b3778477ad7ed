package io.github.consentgateway.gateway;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A gateway without a container: requests and responses are plain lists of fields. */
final class Stage {

  static final String SITE = "https://www.example.fr";
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  final SettableClock clock = new SettableClock(NOON);
  final ConsentGateway gateway;
  private final TokenKeys keys;

  Stage(String yaml, ConsentLedger ledger) {
    this(yaml, TokenKeys.random(), ledger);
  }

  Stage() {
    this(yaml());
  }

  Stage(String yaml) {
    this(yaml, TokenKeys.random(), ConsentLedger.inMemory());
  }

  private Stage(String yaml, TokenKeys keys, ConsentLedger ledger) {
    this(yaml, keys, ledger, builder -> builder);
  }

  /** A gateway of the example with settings of its own. */
  Stage(ConsentLedger ledger, UnaryOperator<ConsentGatewayBuilder> settings) {
    this(yaml(), TokenKeys.random(), ledger, settings);
  }

  private Stage(
      String yaml,
      TokenKeys keys,
      ConsentLedger ledger,
      UnaryOperator<ConsentGatewayBuilder> settings) {
    this.keys = keys;
    this.gateway =
        settings
            .apply(
                ConsentGateway.builder()
                    .policy(yaml, "consent.yaml")
                    .keys(keys)
                    .ledger(ledger)
                    .clock(clock))
            .build();
  }

  /** The same site under another policy. */
  Stage under(String yaml) {
    return new Stage(yaml, keys, ConsentLedger.inMemory());
  }

  static String yaml() {
    try (InputStream in = Stage.class.getResourceAsStream("/example-consent.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Exchange begin(Asked request, Head head) {
    return gateway.begin(request, head);
  }

  /** The answer to a request for one of our own pages. */
  Answer answer(Asked request) {
    return begin(filledIn(request), new Head()).answer().orElseThrow();
  }

  /** The form as the page of all purposes would send it, unless it says itself what was asked. */
  private Asked filledIn(Asked request) {
    boolean grants = request.form().matches("(.*&)?choice=(accept|save)(&.*)?");
    return grants && !request.form().contains("asked=")
        ? request.withForm(request.form() + "&asked=" + asked(gateway.policy().purposes()))
        : request;
  }

  /** What a form says that was shown with these purposes. */
  static String asked(List<Purpose> purposes) {
    return purposes.stream()
        .map(purpose -> purpose.id() + "%3A" + purpose.version())
        .collect(Collectors.joining("+"));
  }

  /** What leaves where the application answers this request by a page in UTF-8. */
  String page(Asked request, String html) {
    Head head = new Head();
    head.set("Content-Type", "text/html; charset=utf-8");
    return page(request, head, html);
  }

  /** What leaves where the application answers by this head and page; the page itself if none. */
  String page(Asked request, Head head, String html) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return begin(request, head)
        .page()
        .text(200, out)
        .map(text -> through(text, html, out))
        .orElse(html);
  }

  private static String through(PageText text, String html, ByteArrayOutputStream out) {
    byte[] octets = html.getBytes(StandardCharsets.UTF_8);
    try {
      text.write(octets, 0, octets.length);
      text.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The token cookie of a visitor who has accepted these purposes. */
  String tokenFor(String... purposes) {
    StringBuilder form = new StringBuilder("choice=save");
    for (String purpose : purposes) {
      form.append("&purpose=").append(purpose);
    }
    return cookiePair(answer(post("/consent", form.toString())));
  }

  /** The first cookie of an answer, as the browser sends it back. */
  static String cookiePair(Answer answer) {
    String line = cookies(answer).get(0);
    return line.substring(0, line.indexOf(';'));
  }

  static List<String> cookies(Answer answer) {
    return answer.fields().stream()
        .filter(field -> field.getKey().equals("Set-Cookie"))
        .map(Map.Entry::getValue)
        .toList();
  }

  static Asked get(String path, String... fields) {
    return new Asked("GET", path, pairs(fields), "");
  }

  static Asked post(String path, String form, String... fields) {
    List<Map.Entry<String, String>> all = pairs(fields);
    all.add(Map.entry("Content-Type", "application/x-www-form-urlencoded"));
    if (all.stream()
        .noneMatch(f -> f.getKey().equals("Origin") || f.getKey().equals("Sec-Fetch-Site"))) {
      all.add(Map.entry("Sec-Fetch-Site", "same-origin"));
    }
    return new Asked("POST", path, all, form);
  }

  private static List<Map.Entry<String, String>> pairs(String... fields) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(Map.entry(fields[i], fields[i + 1]));
    }
    return pairs;
  }

  record Asked(String method, String target, List<Map.Entry<String, String>> all, String form)
      implements RequestHead {

    Asked withForm(String other) {
      return new Asked(method, target, all, other);
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> fields(String name) {
      return all.stream()
          .filter(field -> field.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .toList();
    }

    @Override
    public String query() {
      int mark = target.indexOf('?');
      return mark < 0 ? "" : target.substring(mark + 1);
    }

    @Override
    public String path() {
      int mark = target.indexOf('?');
      return mark < 0 ? target : target.substring(0, mark);
    }

    @Override
    public String client() {
      return fields("Test-Client").stream().findFirst().orElse("192.0.2.1");
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(form.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** A response head that keeps what is written to it. */
  static final class Head implements ResponseHead {

    private final List<Map.Entry<String, String>> all = new ArrayList<>();

    @Override
    public List<String> fields(String name) {
      return all.stream()
          .filter(field -> field.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .toList();
    }

    @Override
    public List<String> names() {
      return all.stream().map(Map.Entry::getKey).toList();
    }

    @Override
    public boolean has(String name) {
      return !fields(name).isEmpty();
    }

    @Override
    public void add(String name, String value) {
      all.add(Map.entry(name, value));
    }

    @Override
    public void set(String name, String value) {
      all.removeIf(field -> field.getKey().equalsIgnoreCase(name));
      add(name, value);
    }

    boolean isUntouched() {
      return all.isEmpty();
    }

    void clear() {
      all.clear();
    }
  }
}
