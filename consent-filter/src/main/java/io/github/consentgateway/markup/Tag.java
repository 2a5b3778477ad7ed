package io.github.consentgateway.markup;

/**
 * The tag that is being read, <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state">as a browser reads
 * it</a>: first its name, then its attributes. It can stop anywhere and go on with the next octets.
 * Used again for each tag.
 */
final class Tag {
  private static final long NAME_ENDS = Octets.BLANKS | Octets.setOf("/=>");
  private static final long VALUE_ENDS = Octets.BLANKS | Octets.setOf(">");

  private enum State {
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    QUOTED,
    UNQUOTED,
    SLASH,
    OVER
  }

  private final Name name = new Name();
  private final Attributes attributes = new Attributes();
  private Element element = Element.OTHER;
  private boolean end;
  private boolean selfClosing;
  private State state = State.OVER;
  private char quote;

  /** What is to be added to the index of an octet for its offset in the tag. */
  private int base;

  /** Begins before the name. */
  void begin(boolean isEnd) {
    end = isEnd;
    name.clear();
    selfClosing = false;
    state = State.BEFORE_NAME;
    attributes.clear();
  }

  Name name() {
    return name;
  }

  /** Once the name has been read. */
  Element element() {
    return element;
  }

  Attributes attributes() {
    return attributes;
  }

  boolean isEnd() {
    return end;
  }

  /** Whether it ends with a slash that belongs to no value. */
  boolean isSelfClosing() {
    return selfClosing;
  }

  boolean isOver() {
    return state == State.OVER;
  }

  /** Reads on to the delimiter behind the name, or to the end of the octets. */
  int readName(byte[] octets, int from, int to) {
    int at = name.read(octets, from, to);
    element = at < to ? Element.of(name) : Element.OTHER;
    return at;
  }

  /**
   * Reads on to behind the end of the tag, or to the end of the octets.
   *
   * @param offset that of the first of these octets in the tag
   */
  int read(byte[] octets, int from, int to, int offset) {
    base = offset - from;
    int at = from;
    while (at < to && state != State.OVER) {
      at = step(octets, at, to);
    }
    return at;
  }

  private int step(byte[] octets, int at, int to) {
    return switch (state) {
      case NAME -> name(octets, at, to);
      case QUOTED -> quoted(octets, at, to);
      case UNQUOTED -> unquoted(octets, at, to);
      case SLASH -> slash(octets[at], at);
      default -> between(octets, Octets.skipBlanks(octets, at, to), to);
    };
  }

  /** Blanks mean nothing in the other states. */
  private int between(byte[] octets, int at, int to) {
    if (at == to) {
      return to;
    }
    return switch (state) {
      case BEFORE_VALUE -> beforeValue(octets[at], at);
      case AFTER_NAME -> afterName(octets[at], at);
      default -> beforeName(octets[at], at);
    };
  }

  /** An equals sign is the beginning of a name here. */
  private int beforeName(byte octet, int at) {
    switch (octet) {
      case '>' -> state = State.OVER;
      case '/' -> state = State.SLASH;
      default -> {
        attributes.beginName(base + at);
        state = State.NAME;
      }
    }
    return at + 1;
  }

  private int name(byte[] octets, int from, int to) {
    int at = Octets.find(NAME_ENDS, octets, from, to);
    attributes.endName(base + at);
    if (at < to) {
      state = State.AFTER_NAME;
    }
    return at;
  }

  private int afterName(byte octet, int at) {
    if (octet == '=') {
      state = State.BEFORE_VALUE;
      return at + 1;
    }
    state = State.BEFORE_NAME;
    return at;
  }

  private int beforeValue(byte octet, int at) {
    if (octet == '>') {
      state = State.OVER;
      return at + 1;
    }
    boolean quoted = octet == '"' || octet == '\'';
    int from = quoted ? at + 1 : at;
    quote = (char) octet;
    state = quoted ? State.QUOTED : State.UNQUOTED;
    attributes.beginValue(base + from);
    return from;
  }

  private int quoted(byte[] octets, int from, int to) {
    int at = Octets.find(quote, octets, from, to);
    if (at == to) {
      return to;
    }
    attributes.endValue(base + at);
    state = State.BEFORE_NAME;
    return at + 1;
  }

  /** A slash belongs to the value. */
  private int unquoted(byte[] octets, int from, int to) {
    int at = Octets.find(VALUE_ENDS, octets, from, to);
    if (at < to) {
      attributes.endValue(base + at);
      state = State.BEFORE_NAME;
    }
    return at;
  }

  private int slash(byte octet, int at) {
    selfClosing = octet == '>';
    state = selfClosing ? State.OVER : State.BEFORE_NAME;
    return selfClosing ? at + 1 : at;
  }
}
