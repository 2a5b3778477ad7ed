package io.github.consentgateway.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keep-alive connections to one server, one request under way on each. */
final class Load implements AutoCloseable {

  static final int CONNECTIONS = 4;

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int LARGEST_HEAD = 16_384;
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final String SET_COOKIE = "\r\nset-cookie: ";

  private final List<Socket> sockets = new ArrayList<>();
  private final byte[] buffer = new byte[LARGEST_HEAD];
  private int turn;

  Load(int port) throws IOException {
    for (int i = 0; i < CONNECTIONS; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      sockets.add(socket);
    }
  }

  /** Sends at least {@code count} requests, each connection's after the answer to its last one. */
  int send(Workload workload, int count) throws IOException {
    int sent = 0;
    while (sent < count) {
      for (Socket socket : sockets) {
        socket.getOutputStream().write(next(workload));
      }
      for (Socket socket : sockets) {
        receive(socket);
        sent++;
      }
    }
    return sent;
  }

  /** The number of cookies in the answer to one request. */
  int cookies(Workload workload) throws IOException {
    Socket socket = sockets.get(0);
    socket.getOutputStream().write(workload.requests().get(0));
    String head = receive(socket);
    if (!head.startsWith("http/1.1 200 ")) {
      throw new IOException("The server answers " + head.lines().findFirst().orElse("nothing"));
    }
    return head.split(SET_COOKIE, -1).length - 1;
  }

  private byte[] next(Workload workload) {
    turn = (turn + 1) % workload.requests().size();
    return workload.requests().get(turn);
  }

  /** Takes a whole answer from the connection; returns its head in lower case. */
  private String receive(Socket socket) throws IOException {
    int filled = 0;
    int end = -1;
    while (end < 0 || filled < end) {
      int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
      if (read <= 0) {
        throw new IOException("The server has closed the connection, or answers too much");
      }
      filled += read;
      end = end < 0 ? end(filled) : end;
    }
    return head(filled);
  }

  /** Where the answer in the buffer ends, -1 if its head is not complete. */
  private int end(int filled) {
    String seen = head(filled);
    int head = seen.indexOf("\r\n\r\n");
    int from = seen.indexOf(LENGTH) + LENGTH.length();
    return head < 0 ? -1 : head + 4 + number(seen, from);
  }

  private static int number(String text, int from) {
    return Integer.parseInt(text.substring(from, text.indexOf('\r', from)));
  }

  private String head(int filled) {
    return new String(buffer, 0, filled, StandardCharsets.ISO_8859_1)
        .toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
