package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.lab.Row.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An HTTP/1.1 answer as it came over the wire: interim heads, the final head, and trailers.
 *
 * @param cookies the fields of all of them that browsers may take for cookies, in order
 */
record RawAnswer(List<Received> cookies) {
  private static final String END = "\r\n\r\n";

  static RawAnswer parse(String wire) {
    List<Received> cookies = new ArrayList<>();
    String rest = wire;
    String head;
    do {
      int end = rest.indexOf(END);
      head = end < 0 ? rest : rest.substring(0, end);
      rest = end < 0 ? "" : rest.substring(end + END.length());
      collect(status(head), head, cookies);
    } while (status(head).startsWith("1") && !rest.isEmpty());
    if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
      collect("trailer", trailers(rest), cookies);
    }
    return new RawAnswer(List.copyOf(cookies));
  }

  private static String status(String head) {
    String[] words = head.split(" ", 3);
    return words.length > 1 ? words[1] : "";
  }

  private static void collect(String place, String fields, List<Received> cookies) {
    fields
        .lines()
        .filter(RawAnswer::isCookie)
        .forEach(field -> cookies.add(new Received(place, field)));
  }

  /** Judged by what is left of the name when spaces are taken away, as browsers do. */
  private static boolean isCookie(String field) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? "" : field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return name.equals("set-cookie") || name.equals("set-cookie2");
  }

  /** What follows the last chunk. */
  private static String trailers(String chunks) {
    int at = 0;
    while (true) {
      int lineEnd = chunks.indexOf("\r\n", at);
      int size = lineEnd < 0 ? 0 : size(chunks.substring(at, lineEnd));
      if (lineEnd < 0 || size == 0) {
        return lineEnd < 0 ? "" : chunks.substring(lineEnd + 2);
      }
      at = Math.min(chunks.length(), lineEnd + 2 + size + 2);
    }
  }

  private static int size(String line) {
    String digits = line.split(";", 2)[0].strip();
    return digits.matches("[0-9a-fA-F]{1,6}") ? Integer.parseInt(digits, 16) : 0;
  }
}
