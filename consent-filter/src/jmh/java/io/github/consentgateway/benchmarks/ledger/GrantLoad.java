package io.github.consentgateway.benchmarks.ledger;

import io.github.consentgateway.benchmarks.BenchSite;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.jetty.ConsentHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Grants per second through HTTP, on an embedded Jetty with an SQLite ledger: 150 keep-alive
 * connections that press "accept" again and again; clients and server share the machine.
 */
public final class GrantLoad {

  private static final int CLIENTS = 150;
  private static final int BUFFER = 8_192;

  private GrantLoad() {}

  /** Runs it for five seconds to warm up, and for ten to measure. */
  public static void main(String... unused) throws Exception {
    Path data = Files.createTempDirectory(Path.of("target"), "grants");
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(BenchSite.policy())
            .data(data)
            .grantsPerMinute(Integer.MAX_VALUE)
            .build()) {
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.setHandler(new ConsentHandler(gateway));
      server.start();
      byte[] request = request(gateway);
      load(connector.getLocalPort(), request, Duration.ofSeconds(5));
      System.out.printf(
          "%,d grants/s through HTTP%n",
          load(connector.getLocalPort(), request, Duration.ofSeconds(10)) / 10);
      server.stop();
    }
  }

  private static byte[] request(ConsentGateway gateway) {
    String asked =
        gateway.policy().purposes().stream()
            .map(purpose -> purpose.id() + "%3A" + purpose.version())
            .collect(Collectors.joining("+"));
    String form = "choice=accept&asked=" + asked;
    return ("POST /consent HTTP/1.1\r\nHost: www.example.fr\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static long load(int port, byte[] request, Duration span) throws InterruptedException {
    AtomicLong granted = new AtomicLong();
    long end = System.nanoTime() + span.toNanos();
    Thread[] clients = new Thread[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      clients[i] = new Thread(() -> press(port, request, end, granted));
      clients[i].start();
    }
    for (Thread client : clients) {
      client.join();
    }
    return granted.get();
  }

  private static void press(int port, byte[] request, long end, AtomicLong granted) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[BUFFER];
      while (System.nanoTime() < end) {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        int length = 0;
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
          length += in.read(buffer, length, buffer.length - length);
          head = new String(buffer, 0, length, StandardCharsets.US_ASCII);
        }
        if (!head.startsWith("HTTP/1.1 303") || !head.contains("__Host-consent=")) {
          throw new IllegalStateException(head);
        }
        granted.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
