package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.RawCookies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks this server what a browser would ask it, over a plain socket, because a client library would
 * hide interim answers, odd field names and trailers. It connects to the address that the visitor's
 * own connection reached, whatever the request says about hosts.
 *
 * @param address where this server listens
 * @param host the visitor's {@code Host}
 * @param cookies the visitor's cookies but the session, which no attempt may touch
 */
record Loopback(InetSocketAddress address, String host, String cookies) {
  private static final int MILLIS = 3_000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final String SESSION = "JSESSIONID=";

  static Loopback of(HttpServletRequest request) throws IOException {
    InetAddress local = InetAddress.getByName(request.getLocalAddr());
    return new Loopback(
        new InetSocketAddress(local, request.getLocalPort()),
        Objects.requireNonNullElse(request.getHeader("Host"), "localhost"),
        withoutSession(RawCookies.of(request)));
  }

  private static String withoutSession(String cookies) {
    return Stream.of(cookies.split(";"))
        .map(String::strip)
        .filter(pair -> !pair.startsWith(SESSION) && !pair.isEmpty())
        .collect(Collectors.joining("; "));
  }

  RawAnswer get(String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(MILLIS);
      socket.connect(address, MILLIS);
      socket.getOutputStream().write(head(path).getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readNBytes(MOST_BYTES);
      return RawAnswer.parse(new String(answer, StandardCharsets.ISO_8859_1));
    }
  }

  private String head(String path) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\n%sTE: trailers\r\nConnection: close\r\n\r\n"
        .formatted(path, host, cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n");
  }
}
