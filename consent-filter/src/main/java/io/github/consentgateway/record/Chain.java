package io.github.consentgateway.record;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain that one opened ledger appends to: the hash of each row covers the hash of the row before
 * it. Immutable.
 *
 * @param spans its rows, month by month
 */
record Chain(long id, List<Span> spans) {

  private static final SecureRandom RANDOM = new SecureRandom();

  Chain {
    spans = List.copyOf(spans);
  }

  /** A chain of its own, without a row. */
  static Chain begun() {
    // Positive, so that databases and people read the same number.
    return new Chain(RANDOM.nextLong() >>> 1, List.of());
  }

  /** The number of rows so far. */
  long length() {
    return spans.isEmpty() ? 0 : end().last() + 1;
  }

  /** The hash of the last row. */
  Hash last() {
    return spans.isEmpty() ? Hash.NOTHING : end().hash();
  }

  private Span end() {
    return spans.get(spans.size() - 1);
  }

  /** The rows as links that would follow the last one. */
  List<Link> links(List<Row> rows) {
    List<Link> links = new ArrayList<>(rows.size());
    Hash before = last();
    long seq = length();
    for (Row row : rows) {
      Hash hash = before.next(id, seq, row.period(), row.content().digest(row.subject()));
      links.add(new Link(row, id, seq++, before, hash));
      before = hash;
    }
    return links;
  }

  /** The chain as it is with these links. */
  Chain with(List<Link> links) {
    List<Span> all = new ArrayList<>(spans);
    for (Link link : links) {
      add(all, link.row().period(), link.hash());
    }
    return new Chain(id, all);
  }

  /** The chain as it is with one more row of this month. */
  Chain with(int period, Hash hash) {
    List<Span> all = new ArrayList<>(spans);
    add(all, period, hash);
    return new Chain(id, all);
  }

  private void add(List<Span> all, int period, Hash hash) {
    int end = all.size() - 1;
    if (end < 0) {
      all.add(new Span(id, 0, period, Hash.NOTHING, 0, hash));
      return;
    }
    Span last = all.get(end);
    long seq = last.last() + 1;
    if (last.period() == period) {
      all.set(end, new Span(id, last.first(), period, last.before(), seq, hash));
    } else {
      all.add(new Span(id, seq, period, last.hash(), seq, hash));
    }
  }

  /** The spans that have grown, or begun, since the chain was as it is in {@code earlier}. */
  List<Span> since(Chain earlier) {
    List<Span> grown = new ArrayList<>(spans);
    grown.removeAll(earlier.spans);
    return grown;
  }

  /** A chain's number as it is shown. */
  static String name(long chain) {
    return "%016x".formatted(chain);
  }
}
