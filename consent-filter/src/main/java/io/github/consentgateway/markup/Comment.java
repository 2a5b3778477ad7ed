package io.github.consentgateway.markup;

/**
 * Finds the end of what is neither a tag nor text: comments, the doctype, CDATA sections, and what
 * <a href="https://html.spec.whatwg.org/multipage/parsing.html#bogus-comment-state">browsers take
 * for a comment</a>. It can stop anywhere and go on with the next octets.
 */
final class Comment {
  private static final String CDATA = "[CDATA[";

  private enum State {
    DECLARED,
    DECLARED_DASH,
    KEYWORD,
    BOGUS,
    START,
    START_DASH,
    TEXT,
    DASH,
    DASHES,
    BANG,
    SECTION,
    BRACKET,
    BRACKETS,
    OVER
  }

  private State state = State.OVER;
  private boolean mayBeSection;
  private int matched;

  /** Begins after {@code <!}. Only in SVG and MathML are there CDATA sections. */
  void beginDeclaration(boolean isForeign) {
    state = State.DECLARED;
    mayBeSection = isForeign;
    matched = 0;
  }

  /** Begins after something else that lasts up to the next {@code >}, such as {@code <?}. */
  void beginBogus() {
    state = State.BOGUS;
  }

  boolean isOver() {
    return state == State.OVER;
  }

  /** Reads on to behind the end, or to the end of the octets. */
  int read(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && state != State.OVER) {
      at = skip(octets, at, to);
      if (at < to) {
        state = next(octets[at++]);
      }
    }
    return at;
  }

  /** Leaves out what changes nothing: what is left then begins something, or ends it. */
  private int skip(byte[] octets, int from, int to) {
    return switch (state) {
      case BOGUS -> Octets.find('>', octets, from, to);
      case TEXT -> Octets.find('-', octets, from, to);
      case SECTION -> Octets.find(']', octets, from, to);
      default -> from;
    };
  }

  private State next(byte octet) {
    return switch (state) {
      case DECLARED, DECLARED_DASH, KEYWORD -> declared(octet);
      case SECTION, BRACKET, BRACKETS -> section(octet);
      case BOGUS -> State.OVER;
      default -> comment(octet);
    };
  }

  private State declared(byte octet) {
    if (state == State.DECLARED && octet == '-') {
      return State.DECLARED_DASH;
    }
    if (state == State.DECLARED_DASH && octet == '-') {
      return State.START;
    }
    if (state != State.DECLARED_DASH && mayBeSection && octet == CDATA.charAt(matched)) {
      return ++matched == CDATA.length() ? State.SECTION : State.KEYWORD;
    }
    return octet == '>' ? State.OVER : State.BOGUS;
  }

  /** In {@code <!-->} and {@code <!--->} the dashes of the beginning are those of the end. */
  private State comment(byte octet) {
    return switch (octet) {
      case '-' -> dash();
      case '>' -> state == State.DASH ? State.TEXT : State.OVER;
      case '!' -> state == State.DASHES ? State.BANG : State.TEXT;
      default -> State.TEXT;
    };
  }

  private State dash() {
    return switch (state) {
      case START -> State.START_DASH;
      case TEXT, BANG -> State.DASH;
      default -> State.DASHES;
    };
  }

  private State section(byte octet) {
    if (octet == ']') {
      return state == State.SECTION ? State.BRACKET : State.BRACKETS;
    }
    return octet == '>' && state == State.BRACKETS ? State.OVER : State.SECTION;
  }
}
