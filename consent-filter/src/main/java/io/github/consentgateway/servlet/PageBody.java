package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.BodySize;
import io.github.consentgateway.gateway.Page;
import io.github.consentgateway.gateway.PageText;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response. If it turns out to be a page, when its first octet or its end is written,
 * it passes the markup gate; if not, it passes as it is.
 */
final class PageBody {

  private static final int CHUNK = 8_192;

  private final HttpServletResponse response;
  private final Page page;
  private final BodySize size;
  private final ByteArrayOutputStream marked = new ByteArrayOutputStream(CHUNK);
  private @Nullable PageText markup;
  private boolean settled;
  private @Nullable PageStream stream;
  private @Nullable PrintWriter writer;
  private boolean ended;

  PageBody(HttpServletResponse response, Page page, BodySize size) {
    this.response = response;
    this.page = page;
    this.size = size;
  }

  /** Whether the body has to come by here: some of it has, or its head has been prepared for it. */
  boolean isStarted() {
    return stream != null || markup != null;
  }

  ServletOutputStream stream() throws IOException {
    if (writer != null) {
      throw new IllegalStateException("getWriter() has been called for this response");
    }
    return own();
  }

  private PageStream own() throws IOException {
    PageStream known = stream;
    if (known == null) {
      known = new PageStream(response.getOutputStream(), this);
      stream = known;
    }
    return known;
  }

  /** A writer in the charset that the container would take, which its own would tell the client. */
  PrintWriter writer() throws IOException {
    PrintWriter known = writer;
    if (known == null) {
      if (stream != null) {
        throw new IllegalStateException("getOutputStream() has been called for this response");
      }
      String charset = response.getCharacterEncoding();
      response.setCharacterEncoding(charset);
      known = new PrintWriter(new PageTextWriter(own(), charset));
      writer = known;
    }
    return known;
  }

  /** Whether this is a page. */
  boolean isPage() {
    settle();
    return markup != null;
  }

  /** Settles whether this is a page, while its head can still be changed. */
  void settle() {
    if (!settled) {
      settled = true;
      markup = response.isCommitted() ? null : begun();
    }
  }

  private @Nullable PageText begun() {
    Optional<PageText> begun = page.text(response.getStatus(), marked);
    if (begun.isPresent()) {
      response.setContentLengthLong(-1);
    }
    return begun.orElse(null);
  }

  /** Whether the length that the application names is not that of the page. */
  boolean isLonger() {
    return markup != null;
  }

  /** What leaves for these octets. */
  byte[] through(byte[] octets, int from, int to) throws IOException {
    PageText gate = markup;
    if (gate != null) {
      gate.write(octets, from, to);
    }
    return taken();
  }

  private byte[] taken() {
    byte[] taken = marked.toByteArray();
    marked.reset();
    return taken;
  }

  /** Counts octets that the container has taken. */
  void count(int octets) {
    size.add(octets);
  }

  /** Ends the body: what is held leaves, what has found no place goes to the end. */
  void end() throws IOException {
    PageStream known = stream;
    if (known == null || ended) {
      return;
    }
    ended = true;
    PageText gate = markup;
    if (gate != null) {
      gate.finish();
      known.pass(taken());
    }
  }

  /** Forgets what was written; the container has forgotten it too. */
  void restart(boolean anew) {
    page.restart();
    markup = null;
    settled = false;
    marked.reset();
    ended = false;
    if (!response.isCommitted()) {
      size.restart();
    }
    if (anew) {
      stream = null;
      writer = null;
    }
  }
}
