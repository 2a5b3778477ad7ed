package io.github.consentgateway.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Lets one page through and puts the gateway's insertions into it. The page is pushed in octets, in
 * pieces of any size, and leaves at once but for an unfinished tag of at most 16 KiB; a longer tag
 * leaves unread. How the page is cut makes no difference to what leaves, and nothing in it makes
 * the gate fail.
 *
 * <ul>
 *   <li>{@link Place#BANNER} is where {@link Placement} says. Without a {@code <body>} tag the body
 *       begins where <a
 *       href="https://html.spec.whatwg.org/multipage/parsing.html#tree-construction">browsers begin
 *       it</a>: before the first text or tag that cannot be in a head.
 *   <li>{@link Place#CONTROL} is right before the first {@code </body>}, else before {@code
 *       </html>}, else at the end of the page, even if a browser would take what follows into the
 *       body again.
 *   <li>A form that the page leaves open is closed before what is put at its end.
 *   <li>Nothing is inserted inside a comment, a {@code <template>}, {@code <noscript>} or another
 *       element that has only text, SVG or MathML, nor in a page that is empty, ends inside of
 *       these, or has a {@code <frameset>}.
 * </ul>
 *
 * <p>A page that has a consent interface of its own is {@linkplain Insertions#sighted told of}: two
 * of them confuse visitors, and one may allow less than the other says (CNIL, SAN-2025-005).
 *
 * <p>The charset must have ASCII in it, and no ASCII delimiter as part of another character: UTF-8,
 * all of one octet per character, Shift_JIS, GBK, Big5, EUC, but not ISO-2022-JP; what {@code
 * Content-Type} says of that is for the caller to look at. A page that is UTF-16 or UTF-32 by its
 * first octets, or says so in an XML declaration, passes unchanged. Not thread-safe.
 */
public final class MarkupGate {
  private final Passage passage;
  private final Tokenizer tokenizer;

  /**
   * A gate for one page; the output gets whole runs of it, and is neither flushed nor closed.
   *
   * @param banner who says where {@link Place#BANNER} is
   * @param control who says where {@link Place#CONTROL} is
   */
  public MarkupGate(
      Placement banner, Placement control, Insertions insertions, OutputStream output) {
    passage = new Passage(output);
    tokenizer = new Tokenizer(passage, new Placing(banner, control, insertions, passage));
  }

  /**
   * Takes the octets of the page from {@code from} up to, but not including, {@code to}. The array
   * is not kept.
   *
   * @throws IOException if the output fails; the page is lost then
   */
  public void write(byte[] octets, int from, int to) throws IOException {
    Objects.checkFromToIndex(from, to, octets.length);
    passage.enter(octets, from);
    tokenizer.read(octets, from, to);
    passage.leave(to);
  }

  /**
   * Ends the page: what was held leaves, and what has found no place goes to the end.
   *
   * @throws IOException if the output fails
   */
  public void finish() throws IOException {
    tokenizer.end();
  }
}
