package io.github.consentgateway.containers;

import java.util.List;

/**
 * One head of a response as it came over the wire.
 *
 * @param status the status line
 * @param lines the header lines, verbatim
 */
record Head(String status, List<String> lines) {

  /** The status code, or 0 if the status line is none. */
  int code() {
    return status.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")
        ? Integer.parseInt(status.substring(9, 12))
        : 0;
  }

  boolean interim() {
    return code() / 100 == 1 && code() != 101;
  }

  /** The value of the first line of that name, lower-cased; the empty text if there is none. */
  String value(String name) {
    return lines.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip().toLowerCase(java.util.Locale.ROOT))
        .findFirst()
        .orElse("");
  }
}
