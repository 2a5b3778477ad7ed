package io.github.consentgateway.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the attributes of one start tag stand, as offsets from its first octet. Of several with the
 * same name the first one counts. Used again for each tag.
 */
final class Attributes {
  private static final int SPAN = 4;
  private static final int LOWER = 0x20;

  /** The first span stays empty, so that there is always one to write to. */
  private int[] spans = new int[16 * SPAN];

  private int size = SPAN;
  private byte[] octets = {};
  private int start;

  /** The name of an attribute in lower case, made of letters and hyphens. */
  static byte[] name(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void clear() {
    size = SPAN;
  }

  /** What stands too far behind in a tag is not noted, as such a tag is not looked into. */
  void beginName(int from) {
    if (from > Passage.LONGEST) {
      return;
    }
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, 2 * size);
    }
    spans[size] = from;
    spans[size + 2] = 0;
    spans[size + 3] = 0;
    size += SPAN;
  }

  void endName(int to) {
    spans[size - 3] = to;
  }

  void beginValue(int from) {
    spans[size - 2] = from;
    spans[size - 1] = from;
  }

  void endValue(int to) {
    spans[size - 1] = to;
  }

  /** The array in which the tag stands, in one piece, and where it starts there. */
  void standIn(byte[] tag, int at) {
    octets = tag;
    start = at;
  }

  boolean has(byte[] name) {
    return find(name) > 0;
  }

  /** The value, unless it is longer than so many octets. */
  Optional<String> value(byte[] name, int longest) {
    int span = find(name);
    int from = spans[span + 2];
    int length = spans[span + 3] - from;
    return span > 0 && length <= longest
        ? Optional.of(new String(octets, start + from, length, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /** What is read of the value, which stands there in the octets; -1 if there is none. */
  int read(byte[] name, Region region) {
    int span = find(name);
    return span > 0 ? region.read(octets, start + spans[span + 2], start + spans[span + 3]) : -1;
  }

  /** Octets from one place up to, but not including, another. */
  @FunctionalInterface
  interface Region {
    int read(byte[] octets, int from, int to);
  }

  /** The span of the attribute, or the empty one. */
  private int find(byte[] name) {
    int span = SPAN;
    while (span < size && !isAt(span, name)) {
      span += SPAN;
    }
    return span < size ? span : 0;
  }

  private boolean isAt(int span, byte[] name) {
    return spans[span + 1] - spans[span] == name.length && isText(start + spans[span], name);
  }

  private boolean isText(int from, byte[] name) {
    int i = 0;
    while (i < name.length && (octets[from + i] | LOWER) == name[i]) {
      i++;
    }
    return i == name.length;
  }
}
