package io.github.consentgateway.markup;

import io.github.consentgateway.markup.Element.Content;
import java.io.IOException;

/**
 * Splits a page into tokens, <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">as a browser does</a>. It
 * can stop anywhere and go on with the next octets, and it looks at none more than a few times.
 * From a {@code <} on octets are held until it is known what they are, and a tag up to its end.
 */
final class Tokenizer {
  private enum State {
    START,
    FIRST,
    FIRST_LESS_THAN,
    XML_DECLARATION,
    /** Where text other than whitespace would begin the body. */
    BLANK,
    TEXT,
    LESS_THAN,
    END_TAG,
    NAME,
    ATTRIBUTES,
    COMMENT,
    RAW_TEXT,
    DONE
  }

  private final Passage passage;
  private final Placing placing;
  private final Outline outline;
  private final Preamble preamble = new Preamble();
  private final Tag tag = new Tag();
  private final Comment comment = new Comment();
  private final RawText rawText = new RawText();
  private State state = State.START;

  Tokenizer(Passage passage, Placing placing) {
    this.passage = passage;
    this.placing = placing;
    outline = placing.outline();
  }

  void read(byte[] octets, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      at = step(octets, at, to);
    }
  }

  /** The page is over. Nothing can be inserted in a comment, a script, or half of a tag. */
  void end() throws IOException {
    if (state == State.BLANK || state == State.TEXT) {
      passage.hold(0);
    }
    if (passage.isHolding()) {
      placing.end();
      passage.release();
    }
  }

  /** Where an octet does not fit, the next state looks at it again. */
  private int step(byte[] octets, int at, int to) throws IOException {
    return switch (state) {
      case START -> start(octets[at], at);
      case FIRST -> first(octets[at], at);
      case FIRST_LESS_THAN -> firstLessThan(octets[at], at);
      case XML_DECLARATION -> xmlDeclaration(octets, at, to);
      case BLANK -> blank(octets, Octets.skipBlanks(octets, at, to), to);
      case TEXT -> text(octets, at, to);
      case LESS_THAN -> lessThan(octets[at], at);
      case END_TAG -> endTag(octets[at], at);
      case NAME -> name(octets, at, to);
      case ATTRIBUTES -> attributes(octets, at, to);
      case COMMENT -> comment(octets, at, to);
      case RAW_TEXT -> rawText(octets, at, to);
      case DONE -> to;
    };
  }

  private int start(byte octet, int at) throws IOException {
    if (!passage.isHolding()) {
      passage.hold(at);
    }
    return switch (preamble.next(octet)) {
      case PART -> at + 1;
      case UTF_8 -> release(State.FIRST, at + 1);
      case OTHER -> giveUp(at);
      case NONE -> passage.offset(at) == 0 ? release(State.FIRST, at) : heldText(octet, at);
    };
  }

  private int first(byte octet, int at) {
    return octet == '<' ? hold(State.FIRST_LESS_THAN, at) : next(State.BLANK, at);
  }

  private int firstLessThan(byte octet, int at) {
    tag.begin(false);
    return octet == '?' ? next(State.XML_DECLARATION, at + 1) : next(State.LESS_THAN, at);
  }

  /** A comment for browsers; all that counts is what it says of the encoding. */
  private int xmlDeclaration(byte[] octets, int from, int to) throws IOException {
    int at = Octets.find('>', octets, from, to);
    tag.read(octets, from, at, passage.offset(from));
    if (at == to) {
      return to;
    }
    passage.show(tag.attributes(), at);
    return Preamble.isForeign(tag.attributes()) ? giveUp(at) : resume(at + 1);
  }

  private int blank(byte[] octets, int at, int to) throws IOException {
    if (at == to) {
      return to;
    }
    passage.hold(at);
    return octets[at] == '<' ? next(State.LESS_THAN, at + 1) : heldText(octets[at], at);
  }

  private int text(byte[] octets, int from, int to) {
    int at = Octets.find('<', octets, from, to);
    return at == to ? to : hold(State.LESS_THAN, at);
  }

  private int lessThan(byte octet, int at) throws IOException {
    switch (octet) {
      case '/' -> {
        return next(State.END_TAG, at + 1);
      }
      case '!' -> {
        comment.beginDeclaration(outline.isForeign());
        return release(State.COMMENT, at + 1);
      }
      case '?' -> {
        return bogusComment(at);
      }
      default -> {
        return Octets.isLetter(octet) ? beginTag(false, at) : heldText(octet, at);
      }
    }
  }

  private int endTag(byte octet, int at) throws IOException {
    if (octet == '>') {
      return resume(at + 1);
    }
    return Octets.isLetter(octet) ? beginTag(true, at) : bogusComment(at);
  }

  private int beginTag(boolean isEnd, int at) {
    tag.begin(isEnd);
    return next(State.NAME, at);
  }

  private int bogusComment(int at) throws IOException {
    comment.beginBogus();
    return release(State.COMMENT, at);
  }

  private int name(byte[] octets, int from, int to) throws IOException {
    int at = tag.readName(octets, from, to);
    if (at < to) {
      named(at);
    }
    return at;
  }

  /** What is too long to be held begins and ends nothing, as it may have left already. */
  private void named(int at) throws IOException {
    if (passage.offset(at) <= Passage.LONGEST) {
      placing.name(tag);
    }
    state = State.ATTRIBUTES;
  }

  private int attributes(byte[] octets, int from, int to) throws IOException {
    int at = tag.read(octets, from, to, passage.offset(from));
    if (!tag.isOver()) {
      return to;
    }
    return tag.isEnd() ? resume(at) : behind(startTag(at), at);
  }

  private Content startTag(int at) throws IOException {
    passage.show(tag.attributes(), at);
    return placing.startTag(tag, at);
  }

  private int behind(Content content, int at) throws IOException {
    return switch (content) {
      case MARKUP -> resume(at);
      case PLAIN -> release(State.DONE, at);
      case RAW -> {
        rawText.begin(tag.element());
        yield release(State.RAW_TEXT, at);
      }
    };
  }

  private int comment(byte[] octets, int from, int to) throws IOException {
    int at = comment.read(octets, from, to);
    return comment.isOver() ? resume(at) : at;
  }

  /** Nothing needs to be known of the end tag but where it ends. */
  private int rawText(byte[] octets, int from, int to) {
    int at = rawText.read(octets, from, to);
    if (rawText.isOver()) {
      tag.begin(true);
      state = State.ATTRIBUTES;
    }
    return at;
  }

  /** What is held is text after all. A NUL as the first one betrays UTF-16 or UTF-32. */
  private int heldText(byte octet, int at) throws IOException {
    if (octet == 0 && outline.awaitsBody()) {
      return giveUp(at);
    }
    placing.text();
    return resume(at);
  }

  private int giveUp(int at) throws IOException {
    placing.giveUp();
    return resume(at);
  }

  /** Goes on with text or tags. */
  private int resume(int at) throws IOException {
    State next = outline.awaitsBody() ? State.BLANK : State.TEXT;
    return release(placing.isDone() ? State.DONE : next, at);
  }

  private int release(State next, int at) throws IOException {
    passage.release();
    return next(next, at);
  }

  private int hold(State next, int at) {
    passage.hold(at);
    return next(next, at + 1);
  }

  private int next(State next, int at) {
    state = next;
    return at;
  }
}
