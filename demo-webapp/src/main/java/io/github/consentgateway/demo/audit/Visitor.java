package io.github.consentgateway.demo.audit;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts, which notes every cookie that it is given. */
final class Visitor {

  private static final int MOST_HOPS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<String, String> jar = new LinkedHashMap<>();
  private final List<Deposit> deposits = new ArrayList<>();
  private final State state;

  Visitor(State state) {
    this.state = state;
  }

  List<Deposit> deposits() {
    return List.copyOf(deposits);
  }

  HttpResponse<String> get(URI page) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(page).header("Accept", "text/html,*/*"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer =
        client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(text -> take(answer.uri(), text));
    return answer;
  }

  private void take(URI page, String text) {
    Instant now = Instant.now();
    ParsedCookie parsed = SetCookie.parse(text);
    if (!(parsed instanceof SetCookie cookie)) {
      deposits.add(new Deposit(state, page, parsed, now));
    } else if (cookie.isDeletion(now)) {
      jar.remove(cookie.name());
    } else {
      jar.put(cookie.name(), cookie.value());
      deposits.add(new Deposit(state, page, cookie, now));
    }
  }

  /**
   * Answers the question of a page, as its form would.
   *
   * @return false if there is no question
   * @throws IOException if the answer is not taken
   */
  boolean decide(URI page) throws IOException, InterruptedException {
    String choice = state == State.ACCEPTED ? "accept" : "refuse";
    HttpResponse<String> asking = arrived(page);
    Document document = Jsoup.parse(asking.body());
    Element button = document.selectFirst("button[name=choice][value=" + choice + "]");
    Element form = button == null ? null : button.closest("form");
    if (form == null) {
      return false;
    }
    StringBuilder body = new StringBuilder("choice=" + choice);
    for (Element hidden : form.select("input[type=hidden]")) {
      body.append('&').append(encoded(hidden.attr("name"))).append('=');
      body.append(encoded(hidden.attr("value")));
    }
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(asking.uri().resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.getScheme() + "://" + page.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() != 303) {
      throw new IOException("The answer \"" + choice + "\" is met by " + answer.statusCode());
    }
    return true;
  }

  /** The page that a start page leads to. */
  private HttpResponse<String> arrived(URI page) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(page);
    for (int hop = 0;
        hop < MOST_HOPS && answer.headers().firstValue("Location").isPresent();
        hop++) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").get());
      if (!String.valueOf(next.getAuthority()).equals(page.getAuthority())) {
        return answer;
      }
      answer = get(next);
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
