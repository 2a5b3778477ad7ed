package io.github.consentgateway.demo.traffic;

import java.nio.charset.Charset;

/** Draws numbers with characters: blocks of Unicode where they can be shown. Immutable. */
public final class Glyphs {

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final String COLUMNS = " ▁▂▃▄▅▆▇█";
  private static final String PLAIN_COLUMNS = " .:-=+*#@";
  private static final int PARTS = 8;

  private final boolean blocks;

  private Glyphs(boolean blocks) {
    this.blocks = blocks;
  }

  /** What can be shown in this character set. */
  public static Glyphs in(Charset charset) {
    return new Glyphs(charset.canEncode() && charset.newEncoder().canEncode(EIGHTHS + COLUMNS));
  }

  /** What the standard output can show. */
  public static Glyphs ofTerminal() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return in(name == null ? Charset.defaultCharset() : Charset.forName(name));
  }

  /** A bar of at most {@code width} characters. */
  String bar(long number, long most, int width) {
    int parts = (int) Math.max(number > 0 ? 1 : 0, number * width * PARTS / most);
    if (!blocks) {
      return "#".repeat(Math.max(number > 0 ? 1 : 0, parts / PARTS));
    }
    String part = parts % PARTS == 0 ? "" : EIGHTHS.substring(parts % PARTS, parts % PARTS + 1);
    return "█".repeat(parts / PARTS) + part;
  }

  /** A column of one character. */
  char column(long number, long most) {
    int height = (int) (number * PARTS / most);
    return (blocks ? COLUMNS : PLAIN_COLUMNS).charAt(Math.max(number > 0 ? 1 : 0, height));
  }
}
