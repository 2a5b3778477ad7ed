package io.github.consentgateway.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that {@link ClaimsText} writes and no other: fixed order, no white space, one
 * spelling for each value, sorted names. The first surprise makes everything after it empty and
 * {@link #complete()} false. Linear time, no recursion.
 */
final class ClaimsCursor {

  private static final int DIGITS = 12;

  private final String text;
  private int at;
  private boolean broken;

  ClaimsCursor(String text) {
    this.text = text;
  }

  /** Whether everything was as expected, up to the last character. */
  boolean complete() {
    return !broken && at == text.length();
  }

  /** Takes {@code literal}, which must come now. */
  ClaimsCursor expect(String literal) {
    broken |= !take(literal);
    return this;
  }

  /** Takes {@code literal} if it comes now. */
  boolean take(String literal) {
    boolean taken = !broken && text.startsWith(literal, at);
    at += taken ? literal.length() : 0;
    return taken;
  }

  /** Takes a whole number from 0 to 999999999999. */
  long number() {
    int from = at;
    long number = 0;
    while (isDigit() && at - from < DIGITS) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    int digits = at - from;
    broken |= digits == 0 || (digits > 1 && text.charAt(from) == '0');
    return broken ? 0 : number;
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Takes {@code true} or {@code false}. */
  boolean bool() {
    boolean value = take("true");
    broken |= !value && !take("false");
    return value;
  }

  /** Takes a string. */
  String string() {
    expect("\"");
    int from = at;
    while (at < text.length() && ClaimsText.isPlain(text.charAt(at))) {
      at++;
    }
    String plain = text.substring(from, at);
    return take("\"") ? plain : plain + escaped();
  }

  private String escaped() {
    StringBuilder rest = new StringBuilder();
    while (!broken && !take("\"")) {
      rest.append(character());
    }
    return rest.toString();
  }

  private char character() {
    if (at < text.length() && ClaimsText.isPlain(text.charAt(at))) {
      return text.charAt(at++);
    }
    expect("\\u");
    int code = 0;
    for (int i = 0; i < 4; i++) {
      code = code * 16 + hex();
    }
    broken |= ClaimsText.isPlain((char) code);
    return (char) code;
  }

  private int hex() {
    int digit = at < text.length() ? "0123456789abcdef".indexOf(text.charAt(at++)) : -1;
    broken |= digit < 0;
    return digit;
  }

  /** Takes an object of whole numbers, its names in ascending order. */
  Map<String, Integer> versions() {
    Map<String, Integer> versions = new LinkedHashMap<>();
    expect("{");
    String last = "";
    while (!broken && !take("}")) {
      last = following(last, versions.isEmpty());
      long version = expect(":").number();
      broken |= version > Integer.MAX_VALUE;
      versions.put(last, (int) version);
    }
    return versions;
  }

  /** Takes an array of strings in ascending order. */
  List<String> strings() {
    List<String> strings = new ArrayList<>();
    expect("[");
    String last = "";
    while (!broken && !take("]")) {
      last = following(last, strings.isEmpty());
      strings.add(last);
    }
    return strings;
  }

  private String following(String last, boolean first) {
    String next = first ? string() : expect(",").string();
    broken |= !first && next.compareTo(last) <= 0;
    return next;
  }
}
