package io.github.consentgateway.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * The octets of a response. For each write there is one to the container at most, so that the
 * promise of {@link #isReady()} holds. As safe for use by several threads as the container's.
 */
final class PageStream extends ServletOutputStream {

  private final ServletOutputStream out;
  private final PageBody body;
  private boolean quiet;

  PageStream(ServletOutputStream out, PageBody body) {
    this.out = out;
    this.body = body;
  }

  @Override
  public void write(int octet) throws IOException {
    if (body.isPage()) {
      write(new byte[] {(byte) octet}, 0, 1);
    } else {
      out.write(octet);
      body.count(1);
    }
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    if (body.isPage()) {
      pass(body.through(octets, from, from + length));
    } else {
      out.write(octets, from, length);
      body.count(length);
    }
  }

  /** Writes to the container what has passed the gate. */
  void pass(byte[] octets) throws IOException {
    if (octets.length > 0) {
      out.write(octets, 0, octets.length);
      body.count(octets.length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (!quiet) {
      body.settle();
      out.flush();
    }
  }

  /** Whether a flush hands on what a writer above holds, without the head being sent. */
  void quiet(boolean whether) {
    quiet = whether;
  }

  @Override
  public void close() throws IOException {
    body.end();
    out.close();
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
