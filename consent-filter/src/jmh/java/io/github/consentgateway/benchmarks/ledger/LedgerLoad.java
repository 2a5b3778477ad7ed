package io.github.consentgateway.benchmarks.ledger;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.record.Verification;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Grants per second at the ledger, each durable before its caller goes on: 200 callers for ten
 * seconds after five to warm up, on SQLite and on PostgreSQL; then the verification of it all.
 */
public final class LedgerLoad {

  private static final int CALLERS = 200;
  private static final int MOST = 4_000_000;

  private LedgerLoad() {}

  /** Runs it: {@code sqlite}, {@code postgresql}, or both without an argument. */
  public static void main(String... databases) throws Exception {
    List<String> chosen =
        databases.length == 0 ? List.of("sqlite", "postgresql") : List.of(databases);
    for (String database : chosen) {
      Path directory = Files.createTempDirectory(Path.of("target"), "load");
      if (database.equals("sqlite")) {
        Path file = directory.resolve("ledger.db");
        run(
            database,
            directory,
            (signer, keys) -> JdbcConsentLedger.embedded(file, signer, keys, clock()),
            sqlite(file));
      } else {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
          DataSource source = server.getPostgresDatabase();
          run(
              database,
              directory,
              (signer, keys) -> JdbcConsentLedger.open(source, signer, keys, clock()),
              source);
        }
      }
    }
  }

  private interface Opening {
    JdbcConsentLedger open(Signer signer, Sealer keys);
  }

  private static Sealer months() {
    return new EvidenceSealer(RecordKeys.passing(clock()));
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static DataSource sqlite(Path file) {
    SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig());
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void run(String name, Path directory, Opening opening, DataSource source)
      throws IOException, InterruptedException {
    Signer signer = signer(SigningKeys.open(directory.resolve("signing.json"), clock()));
    Sealer keys = months();
    try (JdbcConsentLedger ledger = opening.open(signer, keys)) {
      load(ledger, Duration.ofSeconds(5));
      System.out.println(name + ": " + load(ledger, Duration.ofSeconds(10)));
    }
    LedgerVerifier verifier = new LedgerVerifier(source, signer);
    verify(name, verifier);
    verify(name + ", compared with what stands beside", verifier.comparing(keys, clock()));
  }

  private static void verify(String name, LedgerVerifier verifier) {
    Instant begun = Instant.now();
    Verification found = verifier.verify(rows -> {});
    Duration took = Duration.between(begun, Instant.now());
    System.out.printf(
        "%s: verified %,d rows in %d ms (whole: %s)%n",
        name, found.rows(), took.toMillis(), found.isWhole());
  }

  private static String load(JdbcConsentLedger ledger, Duration span) throws InterruptedException {
    long[] micros = new long[MOST];
    AtomicInteger done = new AtomicInteger();
    long end = System.nanoTime() + span.toNanos();
    Thread[] callers = new Thread[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
      callers[i] = new Thread(() -> call(ledger, end, micros, done));
      callers[i].start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    int grants = done.get();
    Arrays.sort(micros, 0, grants);
    return "%,d grants/s, median %.1f ms, p99 %.1f ms, longest %.1f ms"
        .formatted(
            grants / span.toSeconds(),
            micros[grants / 2] / 1000.0,
            micros[(int) (grants * 0.99)] / 1000.0,
            micros[grants - 1] / 1000.0);
  }

  private static void call(JdbcConsentLedger ledger, long end, long[] micros, AtomicInteger done) {
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      ledger.keep(List.of(given()));
      micros[done.getAndIncrement()] = (System.nanoTime() - now) / 1000;
    }
  }

  /** Puts so many records of one time into a ledger. */
  static void fill(JdbcConsentLedger ledger, int records, Instant at) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(records);
    Thread[] callers = new Thread[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
      callers[i] =
          new Thread(
              () -> {
                while (left.getAndDecrement() > 0) {
                  ledger.keep(List.of(given(at)));
                }
              });
      callers[i].start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private static ConsentRecord given() {
    return given(Instant.now());
  }

  private static ConsentRecord given(Instant now) {
    return new ConsentRecord(
        ConsentRecord.newId(),
        ConsentRecord.newId(),
        Event.GIVEN,
        now,
        "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
        "2026-11-22",
        "fr",
        Map.of("audience", 1, "video", 1),
        Map.of("chat", 1),
        false,
        now.plus(Duration.ofDays(180)));
  }

  private static Signer signer(SigningKeys file) {
    return new EvidenceSigner(file);
  }
}
