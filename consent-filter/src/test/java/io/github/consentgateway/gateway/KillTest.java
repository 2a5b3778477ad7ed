package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.ChildJvm;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Verification;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A server that is killed at any moment has kept what it has promised. */
@DisplayName("TK-01: kill -9 in the middle of 200 grants at once: every token has its record")
class KillTest {

  private static final long SEED = 20261126;
  private static final int KILLS = 20;
  private static final int KILLS_ON_POSTGRESQL = 5;

  private final Random random = new Random(SEED);

  @TempDir private Path directory;

  @Test
  void sqliteKeepsWhatWasPromised() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + directory.resolve("consent-ledger.db"));
    killAndCheck(KILLS, source);
  }

  @Test
  void postgresqlKeepsWhatWasPromised() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      killAndCheck(KILLS_ON_POSTGRESQL, server.getPostgresDatabase(), url);
    }
  }

  private void killAndCheck(int kills, DataSource source, String... database) throws Exception {
    List<String> granted = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      int before = granted.size();
      granted.addAll(grantedUntilKilled(1 + random.nextInt(1_000), database));
      assertTrue(granted.size() > before, "positive control: it does grant");
    }
    SigningKeys keys =
        SigningKeys.open(directory.resolve("consent-signing-keys.json"), Clock.systemUTC());
    Verification found = new LedgerVerifier(source, new EvidenceSigner(keys)).verify(rows -> {});
    assertTrue(found.isWhole(), "seed " + SEED + ": " + found);
    assertEquals(kills, found.chains());
    List<String> missing = new ArrayList<>(granted);
    missing.removeAll(recorded(source));
    assertEquals(List.of(), missing, "seed " + SEED);
    System.out.printf("%d kills, %d tokens, %d records%n", kills, granted.size(), found.records());
  }

  private Set<String> recorded(DataSource source) {
    Set<String> recorded = new HashSet<>();
    RecordKeys keys =
        RecordKeys.open(directory.resolve("consent-record-keys.json"), Clock.systemUTC());
    new LedgerReader(source, new EvidenceSealer(keys))
        .forEach(
            Instant.now(),
            true,
            entry -> assertTrue(recorded.add(entry.record().consentId()), "kept once only"));
    return recorded;
  }

  /** The consents whose tokens have left before the process was killed. */
  private List<String> grantedUntilKilled(int most, String... database) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(directory.toString()));
    arguments.addAll(List.of(database));
    Process process =
        ChildJvm.of(GrantingProcess.class, List.of(), arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> granted = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The last line may have been cut off: then its token had not been told of whole.
        if (line.matches("granted [A-Za-z0-9_-]{22}")) {
          granted.add(line.substring("granted ".length()));
        }
        if (granted.size() == most) {
          // By its handle, so that what it has written can still be read.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    return granted;
  }
}
