package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ledger's tables hold, for readers. Each question takes a connection of its own. */
record Shelf(Sources sources) {

  /** A question to the database. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = sources.open()) {
      T answer = question.ask(connection);
      connection.rollback();
      return answer;
    } catch (SQLException e) {
      throw new LedgerException("The ledger's database cannot be read", e);
    }
  }

  List<LedgerEntry> history(String consentId) {
    return ask(connection -> history(connection, consentId));
  }

  private static List<LedgerEntry> history(Connection connection, String consentId)
      throws SQLException {
    List<LedgerEntry> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT chain, seq, content, hash FROM consent_record WHERE subject = ?"
                + " UNION ALL"
                + " SELECT chain, seq, content, hash FROM consent_quarantine WHERE subject = ?")) {
      query.setString(1, consentId);
      query.setString(2, consentId);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new LedgerEntry(
                  RecordText.read(rows.getString(3)),
                  Chain.name(rows.getLong(1)),
                  rows.getLong(2),
                  Hash.kept(rows.getBytes(4)).toString()));
        }
      }
    }
    found.sort(Comparator.comparing(entry -> entry.record().at()));
    return found;
  }

  Map<Refusal, Long> refusals() {
    return ask(Shelf::refusals);
  }

  private static Map<Refusal, Long> refusals(Connection connection) throws SQLException {
    Map<Refusal, Long> totals = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT day, version, language, SUM(total) FROM consent_refusal"
                    + " GROUP BY day, version, language");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        LocalDate day = LocalDate.ofEpochDay(rows.getLong(1));
        totals.put(new Refusal(day, rows.getString(2), rows.getString(3)), rows.getLong(4));
      }
    }
    return totals;
  }

  List<Publication> publications() {
    return ask(Shelf::publications);
  }

  private static List<Publication> publications(Connection connection) throws SQLException {
    List<Publication> found = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT hash, version, since, manifest FROM consent_publication"
                    + " ORDER BY since, hash");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Publication(
                rows.getString(1),
                rows.getString(2),
                Instant.ofEpochMilli(rows.getLong(3)),
                rows.getString(4),
                Map.of()));
      }
    }
    return found;
  }

  /** The ends of the latest chains, as JSON. */
  String ends() {
    return ask(Ties::ends);
  }

  Optional<String> text(String hash) {
    return ask(connection -> text(connection, hash));
  }

  private static Optional<String> text(Connection connection, String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT content FROM consent_text WHERE hash = ?")) {
      query.setString(1, hash);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }
}
