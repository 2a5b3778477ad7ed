package io.github.consentgateway.demo.traffic;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours for a terminal, and none elsewhere. What is coloured is never read as markup. Immutable.
 *
 * @param shown whether there are any
 */
public record Paint(boolean shown) {

  /** Colours if what is written goes to a terminal that has some, and the person wants them. */
  public static Paint ofTerminal() {
    return new Paint(Ansi.AUTO.enabled());
  }

  String strong(String text) {
    return in(Style.bold, text);
  }

  String faint(String text) {
    return in(Style.faint, text);
  }

  String bar(String text) {
    return in(Style.fg_cyan, text);
  }

  /** As what went well, or did not, by the first digit of a status. */
  String status(String status, String text) {
    return switch (status.isEmpty() ? ' ' : status.charAt(0)) {
      case '2' -> in(Style.fg_green, text);
      case '4' -> in(Style.fg_yellow, text);
      case '5' -> in(Style.fg_red, text);
      default -> text;
    };
  }

  private String in(IStyle style, String text) {
    return shown && !text.isEmpty() ? style.on() + text + style.off() : text;
  }
}
