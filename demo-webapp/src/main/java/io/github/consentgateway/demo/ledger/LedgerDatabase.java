package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a ledger is: in a file of the data directory, or on PostgreSQL. */
public final class LedgerDatabase {

  private LedgerDatabase() {}

  /**
   * The database at this address, or the file in the directory if there is none.
   *
   * @throws LedgerException if there is no such file, or the address is none
   */
  static DataSource at(Path data, @Nullable String url) {
    if (url != null) {
      return answering(postgresql(url), "--ledger: there is no ledger that could be reached");
    }
    Path file = data.resolve("consent-ledger.db");
    if (!Files.isRegularFile(file)) {
      throw new LedgerException("--data: there is no ledger " + file);
    }
    return answering(SqliteFile.at(file), "--data: " + file + " is no ledger");
  }

  private static DataSource answering(DataSource source, String otherwise) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT version FROM consent_schema").close();
      return source;
    } catch (SQLException e) {
      throw new LedgerException(otherwise, e);
    }
  }

  /**
   * A PostgreSQL database; a password that the address does not have is taken from {@code .pgpass}.
   *
   * @throws LedgerException if the address is none
   */
  public static DataSource postgresql(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          "--ledger: an address such as jdbc:postgresql://host/shop is required");
    }
    return source;
  }
}
