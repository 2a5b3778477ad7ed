package io.github.consentgateway.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes durable in one transaction. To write it again changes nothing.
 *
 * @param entries where the rows come from; of consents that are erased there are none
 * @param counter the number under which this node counts refusals
 * @param before the chain without the rows
 * @param links the rows in their places
 * @param after the chain with them
 * @param counts the refusals that this node has counted
 * @param head a signed statement of the chain as it is then, if it is time for one
 */
record Batch(
    List<Entry> entries,
    long counter,
    Chain before,
    List<Link> links,
    Chain after,
    Map<Refusal, Long> counts,
    Optional<SignedHead> head) {

  static Batch of(
      Chain before,
      Optional<Row> opening,
      List<Entry> entries,
      Erased erased,
      long counter,
      Map<Refusal, Long> counts,
      HeadSigning heads) {
    List<Row> rows = new ArrayList<>();
    opening.ifPresent(rows::add);
    for (Entry entry : entries) {
      entry.rows().stream().filter(erased::admits).forEach(rows::add);
    }
    List<Link> links = before.links(rows);
    Chain after = before.with(links);
    return new Batch(
        entries,
        counter,
        before,
        links,
        after,
        counts,
        heads.due(after, entries.stream().anyMatch(Entry::isSigning)));
  }

  /** The last one of a chain, which says that nothing will follow. */
  static Batch closing(Chain chain, long counter, Map<Refusal, Long> counts, HeadSigning heads) {
    return new Batch(List.of(), counter, chain, List.of(), chain, counts, heads.last(chain));
  }

  boolean isEmpty() {
    return entries.isEmpty() && counts.isEmpty() && head.isEmpty();
  }
}
