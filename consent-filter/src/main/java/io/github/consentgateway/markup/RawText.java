package io.github.consentgateway.markup;

/**
 * Finds the end tag of an element that has only text in it. In a script, which may have a comment
 * with another script in it, not every end tag is <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#script-data-state">the one that
 * counts</a>. It can stop anywhere and go on with the next octets.
 */
final class RawText {
  private enum State {
    TEXT,
    LESS_THAN,
    BANG,
    BANG_DASH,
    START_NAME,
    END_NAME,
    OVER
  }

  /** How deep a script is in what looks like a comment. */
  private enum Escape {
    NONE,
    COMMENT,
    SCRIPT_IN_COMMENT
  }

  private final Name name = new Name();
  private Element element = Element.OTHER;
  private State state = State.OVER;
  private Escape escape = Escape.NONE;
  private int dashes;

  /** Begins behind the start tag of the element. */
  void begin(Element element) {
    this.element = element;
    state = State.TEXT;
    escape = Escape.NONE;
  }

  /** Whether the name of the end tag has been read. */
  boolean isOver() {
    return state == State.OVER;
  }

  /** Reads on to the delimiter behind the name of the end tag, or to the end of the octets. */
  int read(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && state != State.OVER) {
      at = step(octets, at, to);
    }
    return at;
  }

  /** Where an octet does not fit, it is looked at again as text. */
  private int step(byte[] octets, int at, int to) {
    return switch (state) {
      case TEXT -> text(octets, at, to);
      case LESS_THAN -> lessThan(octets[at], at);
      case BANG, BANG_DASH -> bang(octets[at], at);
      default -> name(octets[at], at);
    };
  }

  private int text(byte[] octets, int from, int to) {
    if (escape != Escape.NONE) {
      return escaped(octets[from], from);
    }
    int at = Octets.find('<', octets, from, to);
    if (at == to) {
      return to;
    }
    state = State.LESS_THAN;
    return at + 1;
  }

  private int escaped(byte octet, int at) {
    if (octet == '<') {
      state = State.LESS_THAN;
    } else if (octet == '>' && dashes >= 2) {
      escape = Escape.NONE;
    }
    dashes = octet == '-' ? dashes + 1 : 0;
    return at + 1;
  }

  private int lessThan(byte octet, int at) {
    name.clear();
    if (octet == '/') {
      state = State.END_NAME;
      return at + 1;
    }
    if (octet == '!' && element == Element.SCRIPT && escape == Escape.NONE) {
      state = State.BANG;
      return at + 1;
    }
    boolean starts = escape == Escape.COMMENT && Octets.isLetter(octet);
    state = starts ? State.START_NAME : State.TEXT;
    return at;
  }

  private int bang(byte octet, int at) {
    if (octet != '-') {
      state = State.TEXT;
      return at;
    }
    if (state == State.BANG_DASH) {
      escape = Escape.COMMENT;
      dashes = 2;
    }
    state = state == State.BANG ? State.BANG_DASH : State.TEXT;
    return at + 1;
  }

  private int name(byte octet, int at) {
    if (Octets.isLetter(octet)) {
      name.add(octet);
      return at + 1;
    }
    boolean starts = state == State.START_NAME;
    state = State.TEXT;
    if (Name.isEnd(octet) && element.isNamed(name)) {
      turn(starts);
    }
    return at;
  }

  /** Only the name of the element itself makes a difference, at both ends. */
  private void turn(boolean starts) {
    if (starts) {
      escape = Escape.SCRIPT_IN_COMMENT;
    } else if (escape == Escape.SCRIPT_IN_COMMENT) {
      escape = Escape.COMMENT;
    } else {
      state = State.OVER;
    }
  }
}
