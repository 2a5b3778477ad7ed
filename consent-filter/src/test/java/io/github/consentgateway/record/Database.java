package io.github.consentgateway.record;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The databases that every test of the ledger runs on, empty each time. */
enum Database {
  SQLITE {
    @Override
    DataSource fresh() {
      try {
        Path directory = Files.createTempDirectory("ledger");
        directory.toFile().deleteOnExit();
        return SqliteFile.at(directory.resolve("ledger.db"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    DataSource fresh() {
      String name = "ledger" + ++made;
      run(server().getPostgresDatabase(), "CREATE DATABASE " + name);
      return server().getDatabase("postgres", name);
    }
  };

  private static int made;
  private static @Nullable EmbeddedPostgres server;

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres known = server;
    if (known == null) {
      try {
        // Here it is processes that die, not the database: it need not wait for the disk.
        known = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = known;
    }
    return known;
  }

  abstract DataSource fresh();

  static void run(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of what a query finds, as text. */
  static List<String> ask(DataSource source, String sql) {
    List<String> found = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return found;
  }
}
