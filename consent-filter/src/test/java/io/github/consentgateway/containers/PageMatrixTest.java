package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName(
    "UI-09, UI-11, CK-13, T02, T09, T21: pages of every container, however they are written")
class PageMatrixTest {

  private static final Pattern QUESTION =
      Pattern.compile(
          "(?s)<link rel=\"stylesheet\" href=\"[^\"]*/consent/assets/[^>]*>\\s*"
              + "<section class=\"consent-question\".*?</section>\\s*");
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?s)<div class=\"consent-control\".*?</div>\\s*(<script src=[^>]*></script>\\s*)?");

  @ParameterizedTest
  @DisplayName("an undecided visitor finds the question once, first in the body, and the way back")
  @MethodSource("io.github.consentgateway.containers.Cells#complete")
  void undecidedVisitorIsAskedOnce(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    assertAll(PageRoutes.pages().stream().map(route -> asked(server, route)));
  }

  private static Executable asked(Running server, Vector route) {
    return () -> {
      Reply reply = ask(server, route, "x=1");
      String body = reply.body();
      assertEquals(1, count(QUESTION, body), () -> route + "\n" + reply);
      assertEquals(1, count(CONTROL, body), () -> route + "\n" + reply);
      assertTrue(body.contains("<body><link rel=\"stylesheet\""), () -> route + "\n" + reply);
      assertEquals(
          page(route, reply),
          CONTROL.matcher(QUESTION.matcher(body).replaceAll("")).replaceAll(""));
      checkHead(route, reply);
    };
  }

  private static void checkHead(Vector route, Reply reply) {
    List<String> lines = reply.last().lines();
    String head = String.join("\n", lines).toLowerCase(Locale.ROOT);
    assertTrue(head.contains("vary: cookie, sec-gpc"), head);
    assertTrue(Pattern.compile("cache-control: .*(private|no-store)").matcher(head).find(), head);
    if (route.id().endsWith("-tag")) {
      assertTrue(head.contains("etag: w/\"v1-consent-"), head);
    }
    lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .forEach(
            line ->
                assertEquals(
                    reply.body().length(), Integer.parseInt(line.substring(15).strip()), head));
  }

  /** The page as the route writes it, its octets read as the client reads them. */
  private static String page(Vector route, Reply reply) {
    if (route.id().endsWith("-open")) {
      return PageRoutes.OPEN;
    }
    String head = String.join("\n", reply.last().lines()).toLowerCase(Locale.ROOT);
    Charset charset =
        head.contains("iso-8859-1")
            ? StandardCharsets.ISO_8859_1
            : head.contains("shift_jis") ? Charset.forName("shift_jis") : StandardCharsets.UTF_8;
    return new String(PageRoutes.PAGE.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @DisplayName("a visitor who has decided finds the way back only")
  @MethodSource("io.github.consentgateway.containers.Cells#complete")
  void decidedVisitorFindsTheWayBack(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    String decided = decided(server, gate);

    assertAll(
        PageRoutes.pages().stream()
            .map(
                route ->
                    () -> {
                      Reply reply = ask(server, route, decided);
                      assertEquals(0, count(QUESTION, reply.body()), () -> route + "\n" + reply);
                      assertEquals(1, count(CONTROL, reply.body()), () -> route + "\n" + reply);
                    }));
  }

  /** The token of a visitor who has refused everything. */
  private static String decided(Running server, Gate gate) {
    String form = "choice=refuse";
    String request =
        Ask.PLAIN
                .method("POST")
                .path(gate.pages())
                .header("Connection: close")
                .header("Sec-Fetch-Site: same-origin")
                .header("Content-Type: application/x-www-form-urlencoded")
                .header("Content-Length: " + form.length())
                .text("", "")
            + form;
    return RawClient.send(server.port(), request)
        .lines()
        .flatMap(line -> CookieLine.of(line).stream())
        .filter(cookie -> cookie.name().equals("__Host-consent"))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @DisplayName("what is no page comes through octet by octet")
  @MethodSource("io.github.consentgateway.containers.Cells#complete")
  void whatIsNoPageComesThrough(Container container, Gate gate, Servers.Pool servers) {
    Running gated = servers.get(container, gate);
    Running open = servers.get(container, Gate.NONE);

    assertAll(
        UnaskedRoutes.all().stream()
            .map(
                route ->
                    () -> {
                      Reply reply = ask(gated, route, "x=1");
                      assertEquals(ask(open, route, "x=1").body(), reply.body(), route::toString);
                      assertFalse(reply.body().contains("consent-control"), route::toString);
                    }));
  }

  @ParameterizedTest
  @DisplayName("positive control: without the gate every page comes whole, and asks nobody")
  @MethodSource("io.github.consentgateway.containers.Cells#none")
  void withoutGateNobodyIsAsked(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    assertAll(
        PageRoutes.pages().stream()
            .map(
                route ->
                    () -> {
                      Reply reply = ask(server, route, "x=1");
                      assertEquals(page(route, reply), reply.body(), route::toString);
                    }));
  }

  @ParameterizedTest
  @DisplayName("the connection serves on after each page")
  @MethodSource("io.github.consentgateway.containers.Cells#complete")
  void connectionServesOn(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    for (Vector route :
        Stream.concat(PageRoutes.pages().stream(), UnaskedRoutes.all().stream()).toList()) {
      if (route.id().contains("closed") || route.id().contains("failure")) {
        continue;
      }
      String request = text(route, "x=1", "keep-alive");
      List<Reply> replies = RawClient.send(server.port(), List.of(request, request));

      assertEquals(replies.get(0).body(), replies.get(1).body(), route::toString);
    }
  }

  private static int count(Pattern pattern, String body) {
    return (int) pattern.matcher(body).results().count();
  }

  private static Reply ask(Running server, Vector route, String cookie) {
    return RawClient.send(server.port(), text(route, cookie, "close"));
  }

  private static String text(Vector route, String cookie, String connection) {
    return route
        .ask()
        .header("Connection: " + connection)
        .header("Cookie: " + cookie)
        .text(Webapp.PLAIN.path, Probe.of(route, Kind.ESSENTIAL).query());
  }
}
