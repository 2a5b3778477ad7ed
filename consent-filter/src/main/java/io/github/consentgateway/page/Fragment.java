package io.github.consentgateway.page;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of HTML that is rendered once for all visitors of one standing, with gaps for what each
 * page has of its own. Immutable.
 */
final class Fragment {

  /** Characters of a private use area, which no text of ours has. */
  static final String RETURN = "\uE000";

  static final String NONCE = "\uE001";

  private final List<String> pieces;

  private Fragment(List<String> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  static Fragment of(String html) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == RETURN.charAt(0) || c == NONCE.charAt(0)) {
        pieces.add(html.substring(from, i));
        pieces.add(html.substring(i, i + 1));
        from = i + 1;
      }
    }
    pieces.add(html.substring(from));
    return new Fragment(pieces);
  }

  /** The HTML with the gaps filled; both are taken as the value of an attribute in quotes. */
  String with(String back, String nonce) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    StringBuilder html = new StringBuilder();
    for (String piece : pieces) {
      html.append(
          piece.equals(RETURN) ? escaped(back) : piece.equals(NONCE) ? escaped(nonce) : piece);
    }
    return html.toString();
  }

  private static String escaped(String value) {
    StringOutput out = new StringOutput(value.length() + 16);
    Escape.htmlAttribute(value, out);
    return out.toString();
  }
}
