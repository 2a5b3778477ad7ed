package io.github.consentgateway.record;

import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.sql.Connection;
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
record Shelf(Sources sources, RecordSeal seal) {

  private static final Comparator<LedgerEntry> IN_TIME =
      Comparator.comparing((LedgerEntry entry) -> entry.record().at())
          // Chains have no order among each other; what begins a consent comes before all else.
          .thenComparing(entry -> entry.record().event() != Event.GIVEN)
          .thenComparing(LedgerEntry::chain)
          .thenComparing(LedgerEntry::seq);

  private static final String SHOWN =
      "SELECT hash, version, since, manifest FROM consent_publication";

  private static final String SELECT = "SELECT " + SealedRow.COLUMNS + " FROM ";

  private <T> T ask(Sources.Work<T> question) {
    return sources.ask(Sources.UNREADABLE, question);
  }

  List<LedgerEntry> history(String consentId) {
    return ask(connection -> history(connection, consentId));
  }

  List<LedgerEntry> history(Connection connection, String consentId) throws SQLException {
    List<LedgerEntry> found = new ArrayList<>();
    for (SealedRow row : rows(connection, consentId)) {
      found.add(row.entry(seal));
    }
    found.sort(IN_TIME);
    return found;
  }

  /** A consent has another name in each month. */
  private List<SealedRow> rows(Connection connection, String consentId) throws SQLException {
    List<SealedRow> rows = new ArrayList<>();
    for (int period : known(Periods.kept(connection))) {
      rows.addAll(
          Sql.list(
              connection,
              SealedRow::of,
              SELECT + "consent_record WHERE period = ? AND subject = ?",
              period,
              seal.tag(period, consentId)));
    }
    for (int period : known(Periods.setAside(connection))) {
      rows.addAll(
          Sql.list(
              connection,
              SealedRow::of,
              SELECT + "consent_quarantine WHERE subject = ?",
              seal.tag(period, consentId)));
    }
    return rows;
  }

  /** What has no key any more is not there: a copy from long ago may have been brought back. */
  private List<Integer> known(List<Integer> periods) {
    return periods.stream().filter(seal::knows).toList();
  }

  Map<Refusal, Long> refusals() {
    Map<Refusal, Long> totals = new HashMap<>();
    ask(
        connection ->
            Sql.list(
                connection,
                row ->
                    totals.put(
                        new Refusal(
                            LocalDate.ofEpochDay(row.getLong(1)),
                            row.getString(2),
                            row.getString(3)),
                        row.getLong(4)),
                "SELECT day, version, language, SUM(total) FROM consent_refusal"
                    + " GROUP BY day, version, language"));
    return totals;
  }

  List<Publication> publications() {
    return ask(
        connection ->
            Sql.list(connection, Shelf::publication, SHOWN + " ORDER BY number, since, hash"));
  }

  Optional<Publication> publication(String hash) {
    return ask(connection ->
            Sql.first(connection, Shelf::publication, SHOWN + " WHERE hash = ?", hash))
        .filter(known -> Sha256.name(known.manifest()).equals(known.hash()));
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getString(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        Map.of());
  }

  Optional<String> text(String hash) {
    return ask(connection ->
            Sql.first(
                connection,
                row -> row.getString(1),
                "SELECT content FROM consent_text WHERE hash = ?",
                hash))
        .filter(text -> Sha256.name(text).equals(hash));
  }
}
