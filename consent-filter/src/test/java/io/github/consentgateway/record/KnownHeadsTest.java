package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.LogLines;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.Verification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TK-12: an older copy of the whole database, brought back in its place, is noticed")
class KnownHeadsTest {

  @RegisterExtension private final LogLines log = new LogLines();
  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  @TempDir private Path directory;

  private Path database() {
    return directory.resolve("ledger.db");
  }

  private void keepOne() {
    try (JdbcConsentLedger ledger = JdbcConsentLedger.embedded(database(), keys, keys, clock)) {
      ledger.keep(List.of(Records.given(clock.instant())));
    }
  }

  private Verification verified() {
    return new LedgerVerifier(SqliteFile.at(database()), keys)
        .knowing(directory.resolve(JdbcConsentLedger.HEADS))
        .verify(rows -> {});
  }

  private long lacks() {
    return log.lines().stream().filter(line -> line.contains("lacks records")).count();
  }

  @Test
  @DisplayName("the ledger is whole in itself; what the node remembers is missing, until explained")
  void olderCopyIsNoticed() throws IOException {
    keepOne();
    Path copy = directory.resolve("copy.db");
    Files.copy(database(), copy);
    keepOne();
    assertTrue(verified().isWhole(), "positive control");
    assertEquals(0, lacks());
    Files.move(copy, database(), StandardCopyOption.REPLACE_EXISTING);

    assertTrue(
        new LedgerVerifier(SqliteFile.at(database()), keys).verify(rows -> {}).isWhole(),
        "nothing in it tells");
    assertEquals(Kind.MISSING, verified().problem().orElseThrow().kind());
    keepOne();
    assertEquals(1, lacks());
    assertEquals(Kind.MISSING, verified().problem().orElseThrow().kind(), "and it stays so");
    Files.delete(directory.resolve(JdbcConsentLedger.HEADS));
    keepOne();
    assertEquals(1, lacks());
    assertTrue(verified().isWhole());
  }

  @Test
  @DisplayName("what was deleted in due time is not missed; a file that says nothing is no harm")
  void purgedHeadIsNotMissed() throws IOException {
    clock.set(Instant.parse("2021-03-01T00:00:00Z"));
    keepOne();
    clock.set(Instant.parse("2026-08-28T00:00:00Z"));
    try (JdbcConsentLedger ledger =
        JdbcConsentLedger.open(SqliteFile.at(database()), keys, keys, clock)) {
      ledger.retention().run(true);
    }
    assertTrue(verified().isWhole(), () -> verified().toString());
    keepOne();
    assertEquals(0, lacks());
    Files.writeString(directory.resolve(JdbcConsentLedger.HEADS), "e30.e30.e30\nnonsense\n");
    clock.advance(Duration.ofHours(1));
    keepOne();
    assertEquals(0, lacks());
    assertTrue(verified().isWhole());
  }
}
