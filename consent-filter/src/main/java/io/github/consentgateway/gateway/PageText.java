package io.github.consentgateway.gateway;

import io.github.consentgateway.markup.MarkupGate;
import java.io.IOException;

/**
 * The text of a page on its way out: what is written leaves, with the question and the way back to
 * it in their places. Used by one thread at a time.
 */
public final class PageText {

  private final MarkupGate markup;

  PageText(MarkupGate markup) {
    this.markup = markup;
  }

  /**
   * Takes octets of the page; the array is not kept.
   *
   * @throws IOException if the output fails
   */
  public void write(byte[] octets, int from, int to) throws IOException {
    markup.write(octets, from, to);
  }

  /**
   * Ends the page: what was held leaves, what has found no place goes to the end.
   *
   * @throws IOException if the output fails
   */
  public void finish() throws IOException {
    markup.finish();
  }
}
