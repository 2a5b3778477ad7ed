package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A span as the database has it.
 *
 * @param certificate the number of the certificate of its rows' deletion, if they are deleted
 */
record KeptSpan(Span span, Optional<Long> certificate) {

  /** All columns of the spans' table, in the order of {@link #of}. */
  static final String SELECT =
      "SELECT chain, first_seq, period, before_hash, last_seq, last_hash, certificate"
          + " FROM consent_span";

  private static final int CERTIFICATE = 7;

  static KeptSpan of(ResultSet row) throws SQLException {
    long number = row.getLong(CERTIFICATE);
    Optional<Long> certificate = row.wasNull() ? Optional.empty() : Optional.of(number);
    return new KeptSpan(
        new Span(
            row.getLong(1),
            row.getLong(2),
            row.getInt(3),
            Hash.kept(row.getBytes(4)),
            row.getLong(5),
            Hash.kept(row.getBytes(6))),
        certificate);
  }

  boolean isPurged() {
    return certificate.isPresent();
  }

  /** Whether its rows were deleted under the certificate of this number. */
  boolean isUnder(long number) {
    return certificate.filter(own -> own == number).isPresent();
  }
}
