package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TL-02: the shop keeps no log of requests beside the traffic log")
class RequestLogTest {

  private final Logger logger = Logger.getLogger("io.github.consentgateway");
  private final List<String> warnings = new ArrayList<>();
  private final Handler listening = new Listening();

  @TempDir private Path data;

  /** Keeps what is said about the traffic log. */
  private final class Listening extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (line.getMessage().contains("traffic log")) {
        warnings.add(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    logger.addHandler(listening);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(listening);
  }

  private Guard guard(String site) throws CannotStart {
    return Guard.of(Registry.builtIn(), data, Optional.empty(), site);
  }

  @Test
  @DisplayName("Jetty's own is off, and nothing is warned of")
  void shopKeepsNoRequestLog() throws Exception {
    try (DemoServer server = DemoServer.open("localhost", 0)) {
      server.start(guard(server.site()));
      assertEquals(Optional.empty(), server.requestLog());
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  @DisplayName("positive control: the shop's guard on a server with a log is warned of")
  void guardWarnsOfARequestLog() throws Exception {
    Server server = new Server();
    server.setRequestLog(new CustomRequestLog(line -> {}, CustomRequestLog.NCSA_FORMAT));
    Guard guard = guard("http://localhost:9");
    server.setHandler(guard.mount().apply(new Shop(guard.gate()).handler()));
    try {
      server.start();
    } finally {
      server.stop();
      guard.ending().run();
    }
    assertEquals(1, warnings.size(), warnings::toString);
  }
}
