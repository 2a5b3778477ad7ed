package io.github.consentgateway.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The octets of a page on their way out. Those of a tag can be held until it is known what becomes
 * of it; if it is longer than {@value #LONGEST} octets, they leave all the same.
 */
final class Passage {
  /** How many octets are held at most. */
  static final int LONGEST = 16 * 1024;

  private static final byte[] NONE = {};

  private final OutputStream output;

  /** What the caller gives, and the first of it that has neither left nor been copied. */
  private byte[] octets = NONE;

  private int next;

  /** Copies of what is held of earlier octets, and where the rest begins among those of now. */
  private byte[] held = NONE;

  private int heldLength;
  private int mark;
  private boolean holding;

  Passage(OutputStream output) {
    this.output = output;
  }

  /** Octets come in, to be read until they leave. */
  void enter(byte[] octets, int from) {
    this.octets = octets;
    next = from;
    mark = from;
  }

  /** The octets have been read up to here, and leave unless they are held. */
  void leave(int to) throws IOException {
    if (offset(to) > LONGEST) {
      release();
    }
    if (holding) {
      send(mark);
      keep(to);
    } else {
      send(to);
    }
    octets = NONE;
  }

  /** Holds what comes from here on. */
  void hold(int from) {
    holding = true;
    mark = from;
  }

  /** Holds nothing any more. */
  void release() throws IOException {
    if (heldLength > 0) {
      output.write(held, 0, heldLength);
      heldLength = 0;
    }
    holding = false;
  }

  boolean isHolding() {
    return holding;
  }

  /** How many octets are held up to here; more than the most if some had to leave. */
  int offset(int at) {
    return holding ? heldLength + at - mark : LONGEST + 1;
  }

  /** Inserts before what is held. */
  void insertBefore(byte[] insertion) throws IOException {
    send(mark);
    output.write(insertion);
  }

  /** Inserts behind what is held up to here. */
  void insertAt(int at, byte[] insertion) throws IOException {
    release();
    send(at);
    output.write(insertion);
  }

  /** Shows the tag that is held and ends here, in one piece, unless it is too long. */
  void show(Attributes attributes, int to) {
    if (offset(to) > LONGEST) {
      attributes.clear();
    } else if (heldLength == 0) {
      attributes.standIn(octets, mark);
    } else {
      keep(to);
      mark = to;
      next = to;
      attributes.standIn(held, 0);
    }
  }

  private void send(int to) throws IOException {
    if (to > next) {
      output.write(octets, next, to - next);
      next = to;
    }
  }

  private void keep(int to) {
    int length = heldLength + to - mark;
    if (length > held.length) {
      held = Arrays.copyOf(held, Math.max(256, length + length / 2));
    }
    System.arraycopy(octets, mark, held, heldLength, to - mark);
    heldLength = length;
  }
}
