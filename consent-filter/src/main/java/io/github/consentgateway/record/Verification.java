package io.github.consentgateway.record;

import java.util.Optional;

/**
 * What a reading of the whole ledger found.
 *
 * @param rows how many rows were read
 * @param records how many of them tell of a consent
 * @param erased how many have lawfully lost their content
 * @param purged how many were lawfully taken away after their time
 * @param chains how many chains they form
 * @param heads how many signed heads were found to be true
 * @param unsigned how many rows at the ends of chains no signature covers: those of the last
 *     second, or what a node that was cut off has left until one is started
 * @param problem the first thing that does not fit; empty if the ledger is whole
 */
public record Verification(
    long rows,
    long records,
    long erased,
    long purged,
    long chains,
    long heads,
    long unsigned,
    Optional<Problem> problem) {

  /** What can be wrong with a ledger. */
  public enum Kind {
    /** The content of a row, or its place, is not what was kept. */
    ALTERED,
    /** A row, or several, are not there, and nothing accounts for it. */
    MISSING,
    /** The end of a chain is not there. */
    TRUNCATED,
    /** A signature under a head or a certificate is not there, or does not hold. */
    UNSIGNED,
    /** What was lawfully erased is there again. */
    RETURNED,
    /** A revocation or a restriction that a record brought about is not there. */
    UNDONE,
    /** An entry of the access journal that a node has seen is not there any more. */
    ACCESS
  }

  /**
   * The first thing that does not fit.
   *
   * @param chain the chain that it is in; of an entry of the access journal, zeros
   * @param seq the number of the row, or of the entry, in it
   */
  public record Problem(Kind kind, String chain, long seq) {

    static Problem at(Kind kind, Place place) {
      return new Problem(kind, Chain.name(place.chain()), place.seq());
    }

    /** In one sentence. */
    public String sentence() {
      return switch (kind) {
        case ALTERED -> "Record %d of chain %s was altered.".formatted(seq, chain);
        case MISSING -> "Record %d of chain %s is missing.".formatted(seq, chain);
        case TRUNCATED -> "Chain %s was cut off before record %d.".formatted(chain, seq);
        case UNSIGNED ->
            "What should be signed about record %d of chain %s was not signed by a known key."
                .formatted(seq, chain);
        case RETURNED ->
            "Record %d of chain %s was erased, and is there again.".formatted(seq, chain);
        case UNDONE ->
            "What record %d of chain %s brought about, a revocation or a restriction, is not there."
                .formatted(seq, chain);
        case ACCESS ->
            "Entry %d of the access journal was there, and is not as it was.".formatted(seq);
      };
    }
  }

  /** The same, with something that was found elsewhere, unless a row was found already. */
  Verification with(Optional<Problem> elsewhere) {
    return new Verification(
        rows, records, erased, purged, chains, heads, unsigned, problem.or(() -> elsewhere));
  }

  /** Whether everything fits. */
  public boolean isWhole() {
    return problem.isEmpty();
  }
}
