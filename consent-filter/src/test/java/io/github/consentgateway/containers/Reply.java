package io.github.consentgateway.containers;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that the server sent for one request.
 *
 * @param heads interim heads and the final one, in order; empty when the server hung up without a
 *     word
 * @param body the body, chunks joined, read as ISO-8859-1
 * @param trailers the trailer lines, verbatim
 */
record Reply(List<Head> heads, String body, List<String> trailers) {

  /** The final head. */
  Head last() {
    return heads.get(heads.size() - 1);
  }

  /** Every header line of every head, and every trailer line. */
  Stream<String> lines() {
    return Stream.concat(heads.stream().map(Head::lines).flatMap(List::stream), trailers.stream());
  }

  /** Every line that any browser might take for a cookie, the gate's own cookies left out. */
  List<CookieLine> cookies() {
    return lines()
        .flatMap(line -> CookieLine.of(line).stream())
        .filter(cookie -> !Gate.owns(cookie.name()))
        .toList();
  }
}
