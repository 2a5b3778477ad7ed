package io.github.consentgateway.page;

/** A page under construction; whatever is not a tag of ours is escaped on its way in. */
final class Html {

  private final StringBuilder out = new StringBuilder(4_096);

  /** Adds markup of ours as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds text, or the value of a double-quoted attribute. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  Html attribute(String name, String value) {
    return raw(" " + name + "=\"").text(value).raw("\"");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
