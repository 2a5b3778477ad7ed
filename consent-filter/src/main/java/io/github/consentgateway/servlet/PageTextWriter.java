package io.github.consentgateway.servlet;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;

/**
 * The characters of a response, handed on at once. An asynchronous application may end the response
 * without a word to us, and characters that wait here would be lost.
 */
final class PageTextWriter extends Writer {

  private final PageStream stream;
  private final OutputStreamWriter encoder;

  PageTextWriter(PageStream stream, String charset) throws IOException {
    this.stream = stream;
    this.encoder = new OutputStreamWriter(stream, charset);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    encoder.write(text, from, length);
    handOn();
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    encoder.write(text, from, length);
    handOn();
  }

  private void handOn() throws IOException {
    stream.quiet(true);
    encoder.flush();
    stream.quiet(false);
  }

  @Override
  public void flush() throws IOException {
    encoder.flush();
  }

  @Override
  public void close() throws IOException {
    encoder.close();
  }
}
