package io.github.consentgateway.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tokens of one request, each looked at once. At most {@value #VERIFIED} that were not seen
 * before are verified, whatever the browser sends; those seen before cost no cryptography and are
 * not counted, so junk in front does not mask them. Confined to one thread.
 */
final class TokenSearch<V extends Ending> {

  static final int VERIFIED = 8;

  private final TokenReader<V> reader;
  private final TokenCounts counts;
  private final long epochSecond;
  private final Consumer<V> found;
  private List<String> tried = List.of();

  TokenSearch(TokenReader<V> reader, TokenCounts counts, long epochSecond, Consumer<V> found) {
    this.reader = reader;
    this.counts = counts;
    this.epochSecond = epochSecond;
    this.found = found;
  }

  /** Looks at one more token; what it says goes to the consumer if it is believed. */
  void look(String text, int from, int to) {
    if (to - from > Seals.LONGEST) {
      counts.add(TokenDefect.TOO_LONG);
      return;
    }
    String token = text.substring(from, to);
    V known = reader.known(token, epochSecond);
    if (known != null) {
      found.accept(known);
    } else if (reader.isSealed(token)) {
      lookCloser(token);
    } else {
      counts.add(TokenDefect.HEADER);
    }
  }

  private void lookCloser(String token) {
    if (tried.contains(token)) {
      return;
    }
    if (tried.size() == VERIFIED) {
      counts.add(TokenDefect.TOO_MANY);
      return;
    }
    tried = tried.isEmpty() ? new ArrayList<>() : tried;
    tried.add(token);
    V value = reader.verified(token);
    if (value != null) {
      found.accept(value);
    }
  }
}
