package io.github.consentgateway.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A ledger in one file, for one machine: <a href="https://www.sqlite.org/wal.html">write-ahead
 * log</a>, each commit on the disk before it counts, deleted content overwritten.
 */
public final class SqliteFile {

  private static final int BUSY_MILLIS = 2_000;

  private SqliteFile() {}

  /** The database in this file, which only its owner may read. */
  public static DataSource at(Path file) {
    create(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** The engine gives its other files the mode of this one. */
  private static void create(Path file) {
    try {
      Files.createFile(file, OwnerOnly.of(file));
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (IOException e) {
      throw new LedgerException(
          file + ": cannot be created (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
