package io.github.consentgateway.record;

/**
 * A run of rows of one chain and one month, so that a month can be taken out of the middle of a
 * chain and the rest still be verified.
 *
 * @param before the hash before its first row
 * @param hash the hash of its last row
 */
record Span(long chain, long first, int period, Hash before, long last, Hash hash) {

  static Span from(Link link) {
    return new Span(
        link.chain(), link.seq(), link.row().period(), link.before(), link.seq(), link.hash());
  }

  boolean goesOnWith(Link link) {
    return period == link.row().period();
  }

  Span with(Link link) {
    return new Span(chain, first, period, before, link.seq(), link.hash());
  }
}
