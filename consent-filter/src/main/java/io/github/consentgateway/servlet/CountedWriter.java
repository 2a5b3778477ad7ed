package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.BodySize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * The container's own writer, with the octets counted that its charset makes of the characters:
 * exactly for UTF-8 and for charsets of one octet a character; of others, what UTF-8 would take. As
 * safe for use by several threads as the container's.
 */
final class CountedWriter extends Writer {

  private final PrintWriter out;
  private final BodySize size;
  private final boolean single;

  CountedWriter(PrintWriter out, String charset, BodySize size) {
    this.out = out;
    this.size = size;
    this.single = isSingle(charset.toLowerCase(Locale.ROOT));
  }

  private static boolean isSingle(String charset) {
    return charset.startsWith("iso-8859-")
        || charset.startsWith("windows-125")
        || charset.equals("us-ascii");
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(text, from, length);
    int octets = length;
    for (int i = from; !single && i < from + length; i++) {
      octets += more(text[i]);
    }
    size.add(octets);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(text, from, length);
    int octets = length;
    for (int i = from; !single && i < from + length; i++) {
      octets += more(text.charAt(i));
    }
    size.add(octets);
  }

  /** The octets of a character in UTF-8 after its first; a pair of surrogates takes four in all. */
  private static int more(char c) {
    if (c < 0x80) {
      return 0;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
  }

  /** Hands a failure on, which the container's writer keeps to itself until it is asked. */
  @Override
  public void flush() throws IOException {
    if (out.checkError()) {
      throw new IOException("the container cannot write");
    }
  }

  @Override
  public void close() {
    out.close();
  }
}
