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
 * @param problem the first thing that does not fit; empty if the ledger is whole
 */
public record Verification(
    long rows,
    long records,
    long erased,
    long purged,
    long chains,
    long heads,
    Optional<Problem> problem) {

  /** What can be wrong with a ledger. */
  public enum Kind {
    /** The content of a row, or its place, is not what was kept. */
    ALTERED,
    /** A row, or several, are not there, and nothing accounts for it. */
    MISSING,
    /** The end of a chain is not there. */
    TRUNCATED,
    /** A signature under a head or a certificate does not hold. */
    UNSIGNED
  }

  /**
   * The first thing that does not fit.
   *
   * @param chain the chain that it is in
   * @param seq the number of the row in it
   */
  public record Problem(Kind kind, String chain, long seq) {

    /** In one sentence. */
    public String sentence() {
      return switch (kind) {
        case ALTERED -> "Record %d of chain %s was altered.".formatted(seq, chain);
        case MISSING -> "Record %d of chain %s is missing.".formatted(seq, chain);
        case TRUNCATED -> "Chain %s was cut off before record %d.".formatted(chain, seq);
        case UNSIGNED ->
            "What is signed about record %d of chain %s was not signed by a known key."
                .formatted(seq, chain);
      };
    }
  }

  /** Whether everything fits. */
  public boolean isWhole() {
    return problem.isEmpty();
  }
}
