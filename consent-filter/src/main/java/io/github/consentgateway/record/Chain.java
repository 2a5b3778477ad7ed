package io.github.consentgateway.record;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain that one opened ledger appends to: the hash of each row covers the hash of the row
 * before it. Confined to the thread that writes.
 */
final class Chain {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final long id;
  private long next;
  private Hash last = Hash.NOTHING;
  private @Nullable Span span;

  Chain() {
    // Positive, so that databases and people read the same number.
    this.id = RANDOM.nextLong() >>> 1;
  }

  long id() {
    return id;
  }

  /** The number of rows so far. */
  long length() {
    return next;
  }

  Hash last() {
    return last;
  }

  /** The rows as links that would follow the last one; {@link #adopt} makes them do so. */
  List<Link> links(List<Row> rows) {
    List<Link> links = new ArrayList<>(rows.size());
    Hash before = last;
    long seq = next;
    for (Row row : rows) {
      Hash hash = before.next(id, seq, row.content().digest(row.subject()));
      links.add(new Link(row, id, seq++, before, hash));
      before = hash;
    }
    return links;
  }

  /** The spans that these links begin or go on with, as they are after them. */
  List<Span> spans(List<Link> links) {
    List<Span> spans = new ArrayList<>();
    Span now = span;
    for (Link link : links) {
      if (now != null && now.goesOnWith(link)) {
        now = now.with(link);
        spans.subList(Math.max(0, spans.size() - 1), spans.size()).clear();
      } else {
        now = Span.from(link);
      }
      spans.add(now);
    }
    return spans;
  }

  /** Makes links that are durable part of the chain. */
  void adopt(List<Link> links) {
    List<Span> spans = spans(links);
    Span end = spans.get(spans.size() - 1);
    span = end;
    next = end.last() + 1;
    last = end.hash();
  }

  /** A chain's number as it is shown. */
  static String name(long chain) {
    return "%016x".formatted(chain);
  }
}
