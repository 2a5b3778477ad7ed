package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.record.AccessRight.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The journal of who looked into the ledger, when, for what. It is written before anything is shown
 * (<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044272396">CNIL, recommendation
 * 2021-122</a>), hash-chained, and kept for a year. It serves to find misuse and nothing else.
 */
public final class AccessJournal implements Disposal {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int ATTEMPTS = 3;

  private final Sources sources;
  private final Clock clock;

  /** The journal in the ledger's database, whose tables are there. */
  public AccessJournal(DataSource source, Clock clock) {
    this.sources = new Sources(source, PATIENCE);
    this.clock = clock;
  }

  /**
   * Notes an access.
   *
   * @param right of whom
   * @param account under which account of the system
   * @param reference what it is about: a number, a file, a class
   * @throws LedgerException if it cannot be noted: then nothing may be shown
   */
  public void note(AccessRight right, String account, Operation operation, String reference) {
    String content =
        JSON.createObjectNode()
            .put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("who", right.name())
            .put("role", right.role().name())
            .put("account", account)
            .put("operation", operation.name())
            .put("reference", reference)
            .put("reason", right.reason())
            .toString();
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = sources.open()) {
        append(connection, content);
        connection.commit();
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS) {
          throw new LedgerException("The access cannot be noted, so nothing is shown", e);
        }
      }
    }
  }

  private static void append(Connection connection, String content) throws SQLException {
    long id = 0;
    Hash before = Hash.NOTHING;
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, hash FROM consent_access ORDER BY id DESC LIMIT 1");
        ResultSet rows = query.executeQuery()) {
      if (rows.next()) {
        id = rows.getLong(1) + 1;
        before = Hash.kept(rows.getBytes(2));
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO consent_access (id, before_hash, content, hash) VALUES (?,?,?,?)")) {
      insert.setLong(1, id);
      insert.setBytes(2, before.bytes());
      insert.setString(3, content);
      insert.setBytes(4, before.next(0, id, Hash.of(content)).bytes());
      insert.executeUpdate();
    }
  }

  /** All that is noted, the oldest first: JSON objects. */
  public List<String> entries() {
    List<String> entries = new ArrayList<>();
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement("SELECT content FROM consent_access ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(rows.getString(1));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new LedgerException("The journal cannot be read", e);
    }
    return entries;
  }

  /** The number of the first entry that is not as it was written; empty if all are. */
  public OptionalLong firstAltered() {
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, before_hash, content, hash FROM consent_access ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      Hash last = Hash.NOTHING;
      long next = -1;
      while (rows.next()) {
        long id = rows.getLong(1);
        Hash before = Hash.kept(rows.getBytes(2));
        Hash hash = before.next(0, id, Hash.of(rows.getString(3)));
        boolean follows = next < 0 ? id > 0 || before.equals(Hash.NOTHING) : before.equals(last);
        if (!follows || (next >= 0 && id != next) || !hash.equals(Hash.kept(rows.getBytes(4)))) {
          return OptionalLong.of(next < 0 ? id : next);
        }
        last = hash;
        next = id + 1;
      }
      connection.rollback();
      return OptionalLong.empty();
    } catch (SQLException e) {
      throw new LedgerException("The journal cannot be read", e);
    }
  }

  @Override
  public String retentionClass() {
    return "AUDIT";
  }

  @Override
  public long deleteThrough(LocalDate day) {
    String end = day.plusDays(1).atStartOfDay(PARIS).toInstant().toString();
    try (Connection connection = sources.open();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM consent_access WHERE SUBSTR(content, 8, 20) < ?")) {
      delete.setString(1, end);
      long deleted = delete.executeUpdate();
      connection.commit();
      return deleted;
    } catch (SQLException e) {
      throw new LedgerException("The journal cannot be shortened", e);
    }
  }
}
