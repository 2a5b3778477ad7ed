package io.github.consentgateway.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of HTTP/1 that hides nothing: it writes the request as given and keeps every line of the
 * answer.
 */
final class RawClient {
  private static final int TIMEOUT_MILLIS = 10_000;

  private RawClient() {}

  /** Sends one request on a connection of its own. */
  static Reply send(int port, String request) {
    return send(port, List.of(request)).get(0);
  }

  /**
   * Sends the requests one after the other on one connection, each after the answer to the one
   * before.
   */
  static List<Reply> send(int port, List<String> requests) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      List<Reply> replies = new ArrayList<>();
      for (String request : requests) {
        replies.add(exchange(socket, request));
      }
      return replies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply exchange(Socket socket, String request) throws IOException {
    ReplyReader reader = new ReplyReader(input(socket), request.startsWith("HEAD "));
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return reader.read();
    } catch (SocketException reset) {
      return reader.soFar();
    }
  }

  private static InputStream input(Socket socket) throws IOException {
    return new java.io.BufferedInputStream(socket.getInputStream());
  }
}
