package io.github.consentgateway.record;

import io.github.consentgateway.record.Verification.Kind;
import io.github.consentgateway.record.Verification.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reading of all rows in the order of chains and numbers, with what has been found so far. Spans
 * say which rows there must be; the first that does not fit ends the reading.
 */
final class Reading {

  private final List<KeptSpan> spans;
  private final Map<Long, List<KeptHead>> heads;
  private final Ties ties;
  private final Signer signer;
  private final Gaps gaps = new Gaps();
  private int spanAt = -1;
  private int headAt;
  private Hash before = Hash.NOTHING;
  private long next;
  private long rows;
  private long records;
  private long erased;
  private long purged;
  private long chains;
  private long trueHeads;
  private @Nullable Problem problem;

  Reading(List<KeptSpan> spans, Map<Long, List<KeptHead>> heads, Ties ties, Signer signer) {
    this.spans = spans;
    this.heads = heads;
    this.ties = ties;
    this.signer = signer;
  }

  boolean goesOn() {
    return problem == null;
  }

  long rows() {
    return rows;
  }

  void read(KeptRow row) {
    rows++;
    while (goesOn() && !expects(row)) {
      nextSpan(row);
    }
    if (goesOn()) {
      check(row);
    }
  }

  private boolean expects(KeptRow row) {
    return spanAt >= 0
        && span().chain() == row.chain()
        && next <= span().last()
        && !spans.get(spanAt).isPurged();
  }

  private Span span() {
    return spans.get(spanAt).span();
  }

  /** The span at hand has been read to its end, or cannot be. */
  private void nextSpan(KeptRow row) {
    leaveSpan();
    if (!goesOn()) {
      return;
    }
    if (spanAt + 1 >= spans.size()) {
      // A row that no span knows of has been put there.
      found(Kind.ALTERED, row.chain(), row.seq());
      return;
    }
    enterSpan();
  }

  private void leaveSpan() {
    if (spanAt >= 0 && !spans.get(spanAt).isPurged() && next <= span().last()) {
      boolean cut = isLastOfItsChain();
      found(cut ? Kind.TRUNCATED : Kind.MISSING, span().chain(), next);
    }
  }

  private boolean isLastOfItsChain() {
    return spanAt + 1 >= spans.size() || spans.get(spanAt + 1).span().chain() != span().chain();
  }

  private void enterSpan() {
    boolean sameChain = spanAt >= 0 && !isLastOfItsChain();
    spanAt++;
    if (!sameChain) {
      chains++;
      headAt = 0;
      next = 0;
      before = Hash.NOTHING;
    }
    if (span().first() != next || !span().before().equals(before)) {
      found(Kind.MISSING, span().chain(), next);
    } else if (spans.get(spanAt).isPurged()) {
      passOver();
    }
  }

  /** The rows of a month whose time is over, as its certificate says. */
  private void passOver() {
    if (!Certificate.covers(spans.get(spanAt), signer)) {
      found(Kind.UNSIGNED, span().chain(), span().first());
      return;
    }
    ties.passOver(span());
    purged += span().last() - span().first() + 1;
    next = span().last() + 1;
    before = span().hash();
    skipHeads();
  }

  private void skipHeads() {
    while (head().filter(head -> head.seq() < next - 1).isPresent()) {
      headAt++;
    }
    checkHead();
  }

  private Optional<KeptHead> head() {
    List<KeptHead> ofChain = heads.getOrDefault(span().chain(), List.of());
    return headAt < ofChain.size() ? Optional.of(ofChain.get(headAt)) : Optional.empty();
  }

  private void check(KeptRow row) {
    if (row.seq() != next) {
      found(Kind.MISSING, row.chain(), next);
      return;
    }
    Hash hash = before.next(row.chain(), row.seq(), row.contentDigest());
    boolean fits = hash.equals(row.hash()) && ties.agree(row.chain(), row.seq(), hash);
    if (!fits || row.period() != span().period()) {
      found(Kind.ALTERED, row.chain(), row.seq());
      return;
    }
    account(row);
    before = hash;
    next++;
    checkHead();
    checkEnd();
  }

  private void account(KeptRow row) {
    if (row.isErased()) {
      erased++;
      gaps.foundAt(new Gaps.Place(row.chain(), row.seq()));
    } else if (row.subject().isPresent()) {
      records++;
    } else {
      row.content().map(Content::text).ifPresent(gaps::read);
    }
  }

  private void checkHead() {
    Optional<KeptHead> due = head().filter(head -> head.seq() == next - 1);
    if (due.isEmpty() || !goesOn()) {
      return;
    }
    headAt++;
    if (due.get().says(before, signer)) {
      trueHeads++;
    } else {
      boolean signed = due.get().isSigned(signer);
      found(signed ? Kind.ALTERED : Kind.UNSIGNED, span().chain(), next - 1);
    }
  }

  private void checkEnd() {
    if (goesOn() && next > span().last() && !span().hash().equals(before)) {
      found(Kind.ALTERED, span().chain(), next - 1);
    }
    if (goesOn() && next > span().last() && isLastOfItsChain() && head().isPresent()) {
      found(Kind.TRUNCATED, span().chain(), next);
    }
  }

  private void found(Kind kind, long chain, long seq) {
    if (problem == null) {
      problem = new Problem(kind, Chain.name(chain), seq);
    }
  }

  /** What was found, when no row is left. */
  Verification end() {
    while (goesOn() && spanAt + 1 < spans.size()) {
      leaveSpan();
      if (goesOn()) {
        enterSpan();
      }
    }
    leaveSpan();
    gaps.first().ifPresent(gap -> found(Kind.ALTERED, gap.chain(), gap.seq()));
    unknownHeads();
    if (goesOn()) {
      ties.missing().ifPresent(place -> found(Kind.MISSING, place[0], place[1]));
    }
    return new Verification(
        rows, records, erased, purged, chains, trueHeads, Optional.ofNullable(problem));
  }

  /** A chain of which nothing but a signed head is left. */
  private void unknownHeads() {
    for (Map.Entry<Long, List<KeptHead>> known : heads.entrySet()) {
      if (spans.stream().noneMatch(kept -> kept.span().chain() == known.getKey())) {
        found(Kind.TRUNCATED, known.getKey(), 0);
      }
    }
  }
}
