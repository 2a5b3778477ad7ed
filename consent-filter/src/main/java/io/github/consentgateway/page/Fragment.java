package io.github.consentgateway.page;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of HTML that is rendered once for all visitors of one standing, with gaps for what each
 * page has of its own. Kept as it is sent: in UTF-8, or in ASCII with character references for
 * pages in a charset that may lack the characters. Immutable.
 */
final class Fragment {

  /** Characters of a private use area, which no text of ours has. */
  static final String RETURN = "\uE000";

  static final String NONCE = "\uE001";

  /** The runs between the gaps, and the gaps behind all of them but the last one. */
  private final List<byte[]> runs;

  private final String gaps;
  private final int length;

  private Fragment(List<byte[]> runs, String gaps) {
    this.runs = List.copyOf(runs);
    this.gaps = gaps;
    this.length = runs.stream().mapToInt(run -> run.length).sum();
  }

  static Fragment inUtf8(String html) {
    return of(html, StandardCharsets.UTF_8);
  }

  static Fragment inAscii(String html) {
    StringBuilder ascii = new StringBuilder(html.length() + 256);
    html.codePoints().forEach(c -> append(ascii, c));
    return of(ascii.toString(), StandardCharsets.US_ASCII);
  }

  private static void append(StringBuilder ascii, int c) {
    if (c < 0x80 || isGap((char) c)) {
      ascii.append((char) c);
    } else {
      ascii.append("&#").append(c).append(';');
    }
  }

  private static boolean isGap(char c) {
    return c == RETURN.charAt(0) || c == NONCE.charAt(0);
  }

  private static Fragment of(String html, Charset charset) {
    List<byte[]> runs = new ArrayList<>();
    StringBuilder gaps = new StringBuilder();
    int from = 0;
    for (int i = 0; i < html.length(); i++) {
      if (isGap(html.charAt(i))) {
        runs.add(html.substring(from, i).getBytes(charset));
        gaps.append(html.charAt(i));
        from = i + 1;
      }
    }
    runs.add(html.substring(from).getBytes(charset));
    return new Fragment(runs, gaps.toString());
  }

  /**
   * The octets with the gaps filled; what fills them is ASCII, and becomes the value of an
   * attribute in quotes.
   */
  byte[] with(String back, String nonce) {
    ByteArrayOutputStream filled = new ByteArrayOutputStream(length + 3 * back.length() + 64);
    for (int i = 0; i < runs.size(); i++) {
      filled.writeBytes(runs.get(i));
      if (i < gaps.length()) {
        filled.writeBytes(escaped(gaps.charAt(i) == RETURN.charAt(0) ? back : nonce));
      }
    }
    return filled.toByteArray();
  }

  private static byte[] escaped(String value) {
    StringOutput out = new StringOutput(value.length() + 16);
    Escape.htmlAttribute(value, out);
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
