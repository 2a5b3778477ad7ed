package io.github.consentgateway.demo.ledger;

import java.io.PrintWriter;
import picocli.CommandLine.Help;

/** A bar that grows on a terminal, and says nothing elsewhere. */
public final class Progress implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final int WHOLE = 100;

  private final PrintWriter out;
  private final boolean shown;
  private final long total;

  public Progress(PrintWriter out, boolean shown, long total) {
    this.out = out;
    this.shown = shown;
    this.total = Math.max(1, total);
  }

  public static boolean isTerminal() {
    return Help.Ansi.AUTO.enabled();
  }

  public void at(long done) {
    if (shown) {
      int part = (int) Math.min(WHOLE, done * WHOLE / total);
      int full = part * WIDTH / WHOLE;
      out.printf("\r[%s%s] %3d %%", "#".repeat(full), " ".repeat(WIDTH - full), part);
      out.flush();
    }
  }

  /** Wipes the bar away. */
  @Override
  public void close() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH + 10) + "\r");
      out.flush();
    }
  }
}
