package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Page;
import io.github.consentgateway.gateway.PageText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A page on its way out: what goes in as buffers comes out as buffers, with its insertions. */
final class PageWriter {

  private static final int CHUNK = 8_192;

  private final ByteArrayOutputStream out;
  private final PageText markup;

  private PageWriter(ByteArrayOutputStream out, PageText markup) {
    this.out = out;
    this.markup = markup;
  }

  /** The way out for a page; empty if the response is none. */
  static Optional<PageWriter> of(Page page, int status) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
    // A handler that sets no status answers 200.
    return page.text(status == 0 ? 200 : status, out).map(markup -> new PageWriter(out, markup));
  }

  /** What leaves for the rest of {@code content}, which is used up. */
  ByteBuffer through(ByteBuffer content, boolean last) {
    try {
      byte[] octets = new byte[content.remaining()];
      content.get(octets);
      markup.write(octets, 0, octets.length);
      if (last) {
        markup.finish();
      }
      return ByteBuffer.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      out.reset();
    }
  }
}
