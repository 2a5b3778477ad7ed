package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger lives beside an application, on its connections, and beside others on its tables. */
class SharedPoolTest {

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  /** A pool that hands on connections as it got them back. */
  private static final class Pool extends WrappedSource {
    private final ConcurrentLinkedQueue<Connection> free = new ConcurrentLinkedQueue<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private volatile boolean afterwards;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Pool(DataSource real) {
      super(real);
    }

    /** What the next commit throws, once: in its place, or behind it. */
    void failOnce(Throwable how, boolean kept) {
      afterwards = kept;
      failure.set(how);
    }

    private void fail() throws Throwable {
      Throwable how = failure.getAndSet(null);
      if (how != null) {
        throw how;
      }
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection known = free.poll();
      Connection inner = known == null ? real.getConnection() : known;
      all.add(inner);
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                boolean commits = method.getName().equals("commit");
                if (commits && !afterwards) {
                  fail();
                }
                if (method.getName().equals("close")) {
                  free.add(inner);
                  return null;
                }
                try {
                  Object answer = method.invoke(inner, arguments);
                  if (commits && afterwards) {
                    fail();
                  }
                  return answer;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static String state(Connection connection) throws SQLException {
    return connection.getAutoCommit()
        + " "
        + connection.getNetworkTimeout()
        + " "
        + connection.getTransactionIsolation();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("connections of the application's pool come back as they were")
  void connectionsComeBackAsTheyWere(Database database) throws SQLException {
    DataSource real = database.fresh();
    String fresh;
    try (Connection connection = real.getConnection()) {
      fresh = state(connection);
    }
    Pool pool = new Pool(real);
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(pool, keys, keys, clock)) {
      ledger.keep(List.of(Records.given()));
      assertEquals(List.of(), ledger.publications());
    }
    new LedgerVerifier(pool, keys).verify(rows -> {});
    assertTrue(pool.all.size() >= 2, "positive control");
    for (Connection connection : pool.all) {
      assertEquals(fresh, state(connection));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "TK-01: an exception or error that nobody expects leaves no half batch, and no silence")
  void unexpectedFailureLosesNothing(Database database) {
    Pool pool = new Pool(database.fresh());
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(pool, keys, keys, clock)) {
      for (Throwable how :
          List.of(new IllegalStateException("as told"), new OutOfMemoryError("as told"))) {
        for (boolean kept : new boolean[] {false, true}) {
          ConsentRecord during = Records.given();
          pool.failOnce(how, kept);
          assertTrue(Records.isKept(ledger, during), "mended without the visitor noticing");
          assertEquals(1, ledger.history(during.consentId()).size());
          ConsentRecord after = Records.given();
          assertTrue(Records.isKept(ledger, after));
          assertEquals(1, ledger.history(after.consentId()).size());
        }
      }
    }
    Verification found = new LedgerVerifier(pool, keys).verify(rows -> {});
    assertTrue(found.isWhole(), found.toString());
  }

  @Test
  @DisplayName("an opening that fails leaves no thread behind")
  void failedOpeningLeavesNothing() {
    FaultySource source = new FaultySource(Database.SQLITE.fresh());
    JdbcConsentLedger.open(source, keys, keys, clock).close();
    long before = threads();
    for (int i = 0; i < 3; i++) {
      source.fail(FaultySource.Fault.PREPARE, Integer.MAX_VALUE);
      assertThrows(LedgerException.class, () -> JdbcConsentLedger.open(source, keys, keys, clock));
    }
    assertEquals(before, threads());
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("consent-ledger"))
        .count();
  }

  @Test
  @DisplayName(
      "RT-13: who reads for long on PostgreSQL holds up a deletion, and no visitor for long")
  void longReadHoldsUpNoVisitor() throws Exception {
    DataSource source = Database.POSTGRESQL.fresh();
    clock.set(java.time.Instant.parse("2021-03-01T00:00:00Z"));
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(Records.given(clock.instant())));
      clock.set(java.time.Instant.parse("2026-08-28T00:00:00Z"));
      try (Connection reader = source.getConnection();
          Statement statement = reader.createStatement()) {
        reader.setAutoCommit(false);
        statement.executeQuery("SELECT COUNT(*) FROM consent_record").close();
        assertThrows(LedgerException.class, () -> ledger.retention().run(true));
        long begun = System.nanoTime();
        Await.until(() -> Records.isKept(ledger, Records.given(clock.instant())));
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
        reader.rollback();
      }
      assertEquals(2, ledger.retention().run(true).get(0).deleted());
    }
    Verification found = new LedgerVerifier(source, keys).verify(rows -> {});
    assertTrue(found.isWhole(), found.toString());
  }
}
