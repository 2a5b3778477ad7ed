package io.github.consentgateway.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one answer of HTTP/1 with all its heads, chunks and trailers; an answer that ends early
 * counts as far as it goes.
 */
final class ReplyReader {
  private static final int LIMIT = 1 << 20;

  private final InputStream in;
  private final boolean head;
  private final List<Head> heads = new ArrayList<>();
  private final StringWriter body = new StringWriter();
  private final List<String> trailers = new ArrayList<>();
  private int count;
  private boolean ended;

  ReplyReader(InputStream in, boolean head) {
    this.in = in;
    this.head = head;
  }

  Reply read() throws IOException {
    do {
      String status = line();
      if (ended) {
        return soFar();
      }
      heads.add(new Head(status, block()));
    } while (last().interim());
    readBody();
    return soFar();
  }

  Reply soFar() {
    return new Reply(List.copyOf(heads), body.toString(), List.copyOf(trailers));
  }

  private Head last() {
    return heads.get(heads.size() - 1);
  }

  private void readBody() throws IOException {
    int code = last().code();
    if (head || code == 204 || code == 304) {
      return;
    }
    if (last().value("Transfer-Encoding").equals("chunked")) {
      chunks();
    } else {
      String length = last().value("Content-Length");
      take(length.isEmpty() ? LIMIT : Integer.parseInt(length));
    }
  }

  private void chunks() throws IOException {
    int size = chunkSize();
    while (size > 0 && !ended) {
      take(size);
      String end = line();
      if (!end.isEmpty()) {
        throw new IOException("chunk not ended: " + end);
      }
      size = chunkSize();
    }
    trailers.addAll(block());
  }

  private int chunkSize() throws IOException {
    String line = line();
    return ended ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  private void take(int size) throws IOException {
    for (int i = 0; i < size && !ended; i++) {
      int c = next();
      if (!ended) {
        body.write(c);
      }
    }
  }

  /** Lines up to an empty one. */
  private List<String> block() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  /** A line ends at LF alone, so that a stray one cannot hide what follows. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = next(); c != '\n' && !ended; c = next()) {
      line.append((char) c);
    }
    return line.toString().replaceAll("\r$", "");
  }

  private int next() throws IOException {
    int c = in.read();
    ended = c < 0;
    if (++count > LIMIT) {
      throw new IOException("answer longer than " + LIMIT + " bytes");
    }
    return c;
  }
}
