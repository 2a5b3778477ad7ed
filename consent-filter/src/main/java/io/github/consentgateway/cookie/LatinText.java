package io.github.consentgateway.cookie;

import java.nio.charset.StandardCharsets;

/** Puts a field together octet by octet, several times faster than a string builder does. */
final class LatinText {
  private final byte[] octets;
  private int length;

  LatinText(int capacity) {
    octets = new byte[capacity];
  }

  /** Appends a region whose characters are octets. */
  @SuppressWarnings("deprecation") // Dropping the high bytes is harmless: there are none.
  LatinText append(String text, int from, int to) {
    text.getBytes(from, to, octets, length);
    length += to - from;
    return this;
  }

  LatinText append(String text) {
    return append(text, 0, text.length());
  }

  LatinText appendNumber(long number) {
    return append(Long.toString(number));
  }

  LatinText appendDate(long epochSecond) {
    ImfDate.write(epochSecond, octets, length);
    length += ImfDate.LENGTH;
    return this;
  }

  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
  }
}
