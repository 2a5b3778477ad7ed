package io.github.consentgateway.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Retention;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.record.Verification;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * How long it takes to delete a month of a million records on PostgreSQL, and to verify as many.
 */
public final class MonthEnd {

  private static final int RECORDS = 1_000_000;
  private static final Instant THEN = Instant.parse("2020-03-15T12:00:00Z");

  private static final int FEW = 100;
  private static final Instant BEFORE = Instant.parse("2020-02-15T12:00:00Z");

  private MonthEnd() {}

  /** Fills, verifies, deletes. */
  public static void main(String... unused) throws Exception {
    SigningKeys keys = SigningKeys.random();
    Signer signer = new EvidenceSigner(keys);
    Clock then = Clock.fixed(THEN, ZoneOffset.UTC);
    Sealer months = new EvidenceSealer(RecordKeys.passing(then));
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        HikariDataSource source = new HikariDataSource()) {
      source.setDataSource(server.getPostgresDatabase());
      try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, signer, months, then)) {
        LedgerLoad.fill(ledger, FEW, BEFORE);
        LedgerLoad.fill(ledger, RECORDS, THEN);
      }
      Instant begun = Instant.now();
      Verification whole = new LedgerVerifier(source, signer).verify(rows -> {});
      System.out.printf(
          "postgresql: verified %,d rows in %d ms (whole: %s), %d MB used%n",
          whole.rows(),
          Duration.between(begun, Instant.now()).toMillis(),
          whole.isWhole(),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      rest(source);
      // A server has deleted before: the first month is small.
      for (Duration years : List.of(Duration.ofDays(1_970), Duration.ofDays(2_400))) {
        Clock now = Clock.fixed(THEN.plus(years), ZoneOffset.UTC);
        try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, signer, months, now)) {
          Instant start = Instant.now();
          Retention.Result result = ledger.retention().run(true).get(0);
          System.out.printf(
              "postgresql: deleted %,d rows in %d ms%n",
              result.deleted(), Duration.between(start, Instant.now()).toMillis());
        }
      }
      System.out.println(new LedgerVerifier(source, signer).verify(rows -> {}));
    }
  }

  /** As a month is years later: at rest. A table under vacuum is not given up for a second. */
  private static void rest(DataSource source) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (ANALYZE)");
      statement.execute("CHECKPOINT");
    }
  }
}
