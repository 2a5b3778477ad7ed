package io.github.consentgateway.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes durable in one transaction. To write it again changes nothing.
 *
 * @param entries where the rows come from
 * @param links the rows in their places
 * @param spans the spans as they are with these rows
 * @param counts the refusals that this node has counted
 * @param head a signed statement of where the chain ended before this batch
 */
record Batch(
    long chain,
    List<Entry> entries,
    List<Link> links,
    List<Span> spans,
    Map<Refusal, Long> counts,
    Optional<SignedHead> head) {

  static Batch of(
      Chain chain, List<Entry> entries, Map<Refusal, Long> counts, Optional<SignedHead> head) {
    List<Row> rows = new ArrayList<>();
    entries.forEach(entry -> rows.addAll(entry.rows()));
    List<Link> links = chain.links(rows);
    return new Batch(chain.id(), entries, links, chain.spans(links), counts, head);
  }

  boolean isEmpty() {
    return entries.isEmpty() && counts.isEmpty() && head.isEmpty();
  }

  /** The hash at the end of the chain with these rows. */
  Hash end() {
    return links.get(links.size() - 1).hash();
  }
}
