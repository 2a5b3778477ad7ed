package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("When the head has been sent, cases 79, 107")
class AfterCommitTest {
  private static final String CELLS = "io.github.consentgateway.containers.Cells#";

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 79: the application may ask and set what it likes, and goes on")
  void applicationGoesOn(Container container, Gate gate, Servers.Pool servers) {
    for (String cookie : List.of("basket=1", "chat_visitor=1")) {
      Reply reply = send(servers.get(container, gate), "consent-after-flush", Ask.PLAIN, cookie);

      assertEquals(List.of("before", "consent: true", "after"), reply.body().lines().toList());
      assertEquals(200, reply.last().code());
    }
  }

  @ParameterizedTest
  @MethodSource(CELLS + "outermostFilter")
  @DisplayName("case 107: a withdrawal that cannot be answered any more changes nothing")
  void choiceThatCannotBeAnsweredIsNone(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    Ask withdrawal =
        Ask.PLAIN
            .method("POST")
            .path("/consent/withdraw")
            .header("Sec-Fetch-Site: same-origin")
            .header("Content-Length: 0");

    Reply reply = send(server, "flush-outside", withdrawal, server.consent());

    assertEquals(List.of("before", "after"), reply.body().lines().toList());
    assertEquals(List.of(), reply.lines().filter(l -> l.startsWith("Set-Cookie")).toList());
    assertEquals(
        1, Probe.of(Routes.named("addCookie"), Kind.CONSENTED).send(server).cookies().size());
  }

  private static Reply send(Running server, String route, Ask ask, String cookies) {
    String query = Probe.of(Routes.named(route), Kind.ESSENTIAL).query();
    Ask asked = ask.header("Connection: close").header("Cookie: " + cookies);
    return RawClient.send(server.port(), asked.text(Webapp.PLAIN.path, query));
  }
}
