package io.github.consentgateway.record;

import io.github.consentgateway.record.Verification.Kind;
import io.github.consentgateway.record.Verification.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reading of all rows in the order of chains and numbers, with what has been found so far. Spans
 * say which rows there must be; the first that does not fit ends the reading.
 */
final class Reading {

  private final List<KeptSpan> spans;
  private final Set<Long> certificates;
  private final Map<Long, SaidHead> heads;
  private final Ties ties;
  private final OwnRows own = new OwnRows();
  private int spanAt = -1;
  private Hash before = Hash.NOTHING;
  private long next;
  private long rows;
  private long records;
  private long erased;
  private long purged;
  private long chains;
  private long trueHeads;
  private long unsigned;
  private @Nullable Problem problem;

  /**
   * A reading that begins.
   *
   * @param certificates the numbers of those that hold
   * @param heads what is signed of each chain
   */
  Reading(List<KeptSpan> spans, Set<Long> certificates, Map<Long, SaidHead> heads, Ties ties) {
    this.spans = spans;
    this.certificates = certificates;
    this.heads = heads;
    this.ties = ties;
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
    if (spanAt < 0) {
      return;
    }
    boolean last = isLastOfItsChain();
    if (!spans.get(spanAt).isPurged() && next <= span().last()) {
      found(last ? Kind.TRUNCATED : Kind.MISSING, span().chain(), next);
    }
    if (last && goesOn()) {
      leaveChain();
    }
  }

  private boolean isLastOfItsChain() {
    return spanAt + 1 >= spans.size() || spans.get(spanAt + 1).span().chain() != span().chain();
  }

  /** What a node has signed must be there; what it has not signed yet may be. */
  private void leaveChain() {
    SaidHead head = head();
    long beyond = next - 1 - head.seq();
    if (beyond < 0) {
      found(Kind.TRUNCATED, span().chain(), next);
    } else if (beyond > 0 && head.closed()) {
      found(Kind.ALTERED, span().chain(), head.seq() + 1);
    }
    unsigned += Math.max(0, beyond);
  }

  private SaidHead head() {
    return Objects.requireNonNull(heads.get(span().chain()));
  }

  private void enterSpan() {
    boolean sameChain = spanAt >= 0 && !isLastOfItsChain();
    spanAt++;
    if (!sameChain) {
      enterChain();
    }
    if (goesOn() && (span().first() != next || !span().before().equals(before))) {
      found(Kind.MISSING, span().chain(), next);
    } else if (goesOn() && spans.get(spanAt).isPurged()) {
      passOver();
    }
  }

  private void enterChain() {
    chains++;
    next = 0;
    before = Hash.NOTHING;
    if (!heads.containsKey(span().chain())) {
      found(Kind.UNSIGNED, span().chain(), 0);
    }
  }

  /** The rows of a month whose time is over, as its certificate says. */
  private void passOver() {
    if (spans.get(spanAt).certificate().filter(certificates::contains).isEmpty()) {
      found(Kind.UNSIGNED, span().chain(), span().first());
      return;
    }
    ties.passOver(span());
    purged += span().rows();
    next = span().last() + 1;
    before = span().hash();
    checkHead();
  }

  private void check(KeptRow row) {
    if (row.seq() != next) {
      found(Kind.MISSING, row.chain(), next);
      return;
    }
    Hash hash = before.next(row.chain(), row.seq(), row.period(), row.contentDigest());
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
      own.gapAt(new Place(row.chain(), row.seq()));
    } else if (row.subject().isPresent()) {
      records++;
    } else {
      row.content().map(Content::text).ifPresent(own::read);
    }
  }

  private void checkHead() {
    if (goesOn() && head().seq() == next - 1) {
      if (head().hash().equals(before)) {
        trueHeads++;
      } else {
        found(Kind.ALTERED, span().chain(), next - 1);
      }
    }
  }

  private void checkEnd() {
    if (goesOn() && next > span().last() && !span().hash().equals(before)) {
      found(Kind.ALTERED, span().chain(), next - 1);
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
    if (goesOn()) {
      leaveSpan();
    }
    own.firstGap().ifPresent(gap -> found(Kind.ALTERED, gap.chain(), gap.seq()));
    unknownHeads();
    if (goesOn()) {
      ties.missing().ifPresent(place -> found(Kind.MISSING, place.chain(), place.seq()));
    }
    return new Verification(
        rows, records, erased, purged, chains, trueHeads, unsigned, Optional.ofNullable(problem));
  }

  /** What the ledger tells of itself. */
  OwnRows own() {
    return own;
  }

  /** A chain of which nothing but a signed head is left. */
  private void unknownHeads() {
    Set<Long> known = spans.stream().map(kept -> kept.span().chain()).collect(Collectors.toSet());
    heads.keySet().stream()
        .filter(chain -> !known.contains(chain))
        .sorted()
        .forEach(chain -> found(Kind.TRUNCATED, chain, 0));
  }
}
