package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database is stopped under load and started again. */
@DisplayName("TK-01, C28: PostgreSQL stopped and started again under load")
class RestartedDatabaseTest {

  private static final int VISITORS = 20;

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);
  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean over = new AtomicBoolean();

  @TempDir private Path directory;

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  @Test
  @DisplayName("what was promised is there, what was refused is not, and nobody need do anything")
  void stopAndStartLoseNothing() throws Exception {
    EmbeddedPostgres server = start(0);
    DataSource source = server.getPostgresDatabase();
    int port = server.getPort();
    ConsentRecord withdrawn = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(withdrawn));
      List<Thread> visitors =
          IntStream.range(0, VISITORS).mapToObj(i -> new Thread(() -> grant(ledger))).toList();
      visitors.forEach(Thread::start);
      Await.until(() -> promised.size() > 200);
      server.close();
      Await.until(() -> !isKept(ledger));
      ledger.keepEventually(List.of(withdrawn.followedBy(Event.WITHDRAWN, clock.instant())));
      assertThrows(LedgerException.class, () -> ledger.history(withdrawn.consentId()));
      server = start(port);
      Await.until(() -> isKept(ledger));
      int before = promised.size();
      Await.until(() -> promised.size() > before + 200);
      over.set(true);
      for (Thread visitor : visitors) {
        visitor.join();
      }
      Await.until(() -> ledger.history(withdrawn.consentId()).size() == 2);
      for (String id : promised) {
        assertEquals(1, ledger.history(id).size());
      }
    }
    Verification found = new LedgerVerifier(source, keys).verify(rows -> {});
    assertTrue(found.isWhole(), found.toString());
    server.close();
  }

  private void grant(JdbcConsentLedger ledger) {
    while (!over.get()) {
      isKept(ledger);
    }
  }

  private boolean isKept(JdbcConsentLedger ledger) {
    ConsentRecord record = Records.given();
    return Records.isKept(ledger, record) && promised.add(record.consentId());
  }
}
