package io.github.consentgateway.demo;

import java.io.PrintWriter;
import picocli.CommandLine.Help.ColorScheme;

/** What the person at the terminal reads when the shop has opened. */
record Console(PrintWriter out, ColorScheme colours) {

  void welcome(String site, Guard guard) {
    line("@|bold Cocagne, the demo shop|@ " + guard.description());
    line("  Open   @|bold,underline " + site + "/|@");
    line("  Try    " + site + "/cookies-lab");
    line("  Data   " + guard.dataDescription());
    line("  Stop   Ctrl+C");
    out.flush();
  }

  private void line(String markup) {
    out.println(colours.ansi().string(markup));
  }
}
