package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The latest signed head of a chain, as the database has it. */
record KeptHead(long chain, long seq, String jws) {

  /** All columns of {@link #of}, in its order. */
  static final String SELECT = "SELECT chain, seq, jws FROM consent_head";

  static KeptHead of(ResultSet row) throws SQLException {
    return new KeptHead(row.getLong(1), row.getLong(2), row.getString(3));
  }

  /** Keeps a head, unless a later one is there, or one that says as much and that it is closed. */
  static void keep(Connection connection, SignedHead head) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_head (chain, seq, at, jws) VALUES (?,?,?,?)"
            + " ON CONFLICT (chain) DO UPDATE"
            + " SET seq = excluded.seq, at = excluded.at, jws = excluded.jws"
            + " WHERE excluded.seq >"
            + (head.closed() ? "= " : " ")
            + "consent_head.seq",
        head.chain().id(),
        head.seq(),
        head.at().getEpochSecond(),
        head.jws());
  }
}
