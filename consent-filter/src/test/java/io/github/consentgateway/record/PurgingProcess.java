package io.github.consentgateway.record;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A process that deletes what is due in a data directory and halts before its n-th step. */
final class PurgingProcess {

  static final int HALTED = 77;

  private PurgingProcess() {}

  /** The directory, the time, and the number of the step. */
  public static void main(String... arguments) {
    Path data = Path.of(arguments[0]);
    Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
    DyingSource source =
        new DyingSource(
            SqliteFile.at(data.resolve("ledger.db")),
            Integer.parseInt(arguments[2]),
            () -> Runtime.getRuntime().halt(HALTED));
    try (JdbcConsentLedger ledger = open(source, data, clock)) {
      ledger.retention().run(true);
    }
  }

  static JdbcConsentLedger open(javax.sql.DataSource source, Path data, Clock clock) {
    return JdbcConsentLedger.open(source, signer(data, clock), sealer(data, clock), clock);
  }

  static Signer signer(Path data, Clock clock) {
    return new EvidenceSigner(SigningKeys.open(data.resolve("signing.json"), clock));
  }

  static Sealer sealer(Path data, Clock clock) {
    return new EvidenceSealer(RecordKeys.open(data.resolve("record.json"), clock));
  }
}
