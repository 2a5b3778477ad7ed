package io.github.consentgateway.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The shop on a free port, and one browser with an empty cookie jar. */
public final class RunningShop implements AutoCloseable {
  private final DemoServer server;
  private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(jar)
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private RunningShop(DemoServer server) {
    this.server = server;
  }

  /** Opens it without a gate. */
  public static RunningShop open() {
    return open(site -> Guard.none());
  }

  /** Opens it behind the gate, with keys in {@code data}. */
  static RunningShop gated(Path data) {
    return open(site -> Guard.of(Registry.builtIn(), data, Optional.empty(), site));
  }

  /** Makes the guard of a site. */
  private interface Guards {
    Guard of(String site) throws CannotStart;
  }

  private static RunningShop open(Guards guards) {
    try {
      DemoServer server = DemoServer.open("localhost", 0);
      server.start(guards.of(server.site()));
      return new RunningShop(server);
    } catch (CannotStart e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of {@code path}. */
  public URI at(String path) {
    return URI.create(server.site() + path);
  }

  /** Fetches a page; redirects are not followed. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a form of names and values by turns. */
  public HttpResponse<String> post(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=');
      form.append(encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", server.site())
            .POST(BodyPublishers.ofString(form.toString())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends any request. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The browser's cookie of that name. */
  public Optional<HttpCookie> cookie(String name) {
    return jar.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  /** The names in the browser's cookie jar. */
  public Set<String> cookieNames() {
    return jar.getCookieStore().getCookies().stream()
        .map(HttpCookie::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Empties the cookie jar, as a new browser session would leave only what is persistent. */
  public void forgetCookies() {
    jar.getCookieStore().removeAll();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (CannotStart e) {
      throw new IllegalStateException(e);
    }
  }
}
