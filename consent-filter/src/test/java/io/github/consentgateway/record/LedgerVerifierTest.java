package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.Verification.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever changes a ledger is found out. */
@DisplayName("TK-12, AC-05: the verifier names the first record that does not fit")
class LedgerVerifierTest {

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  /** Ten records in two months; the opening is number 0. */
  private DataSource filled(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      for (int i = 1; i <= 10; i++) {
        if (i == 6) {
          clock.advance(Duration.ofDays(30));
        }
        ledger.keep(List.of(Records.given(clock.instant())));
      }
    }
    return source;
  }

  private Verification verified(DataSource source, Signer signer) {
    return new LedgerVerifier(source, signer).verify(rows -> {});
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("positive control: what nobody has touched is whole")
  void untouchedLedgerIsWhole(Database database) {
    Verification found = verified(filled(database), keys);

    assertTrue(found.isWhole(), found.toString());
    assertEquals(11, found.rows());
    assertEquals(10, found.records());
    assertEquals(1, found.chains());
    assertTrue(found.heads() >= 1, found.toString());
  }

  static Stream<Arguments> tamperings() {
    return Stream.of(Database.values())
        .flatMap(
            database ->
                Stream.of(
                    Arguments.of(
                        database,
                        "a content",
                        "UPDATE consent_record SET content = (SELECT o.content FROM consent_record o"
                            + " WHERE o.seq = 7) WHERE seq = 4",
                        Kind.ALTERED,
                        4),
                    Arguments.of(
                        database,
                        "a record taken out",
                        "DELETE FROM consent_record WHERE seq = 4",
                        Kind.MISSING,
                        4),
                    Arguments.of(
                        database,
                        "two records taken out",
                        "DELETE FROM consent_record WHERE seq IN (3, 8)",
                        Kind.MISSING,
                        3),
                    Arguments.of(
                        database,
                        "two records in each other's place",
                        "UPDATE consent_record SET content = (SELECT o.content FROM consent_record o"
                            + " WHERE o.seq = 7 - consent_record.seq), subject = (SELECT o.subject"
                            + " FROM consent_record o WHERE o.seq = 7 - consent_record.seq) WHERE seq"
                            + " IN (3, 4)",
                        Kind.ALTERED,
                        3),
                    Arguments.of(
                        database,
                        "the end cut off",
                        "DELETE FROM consent_record WHERE seq > 8",
                        Kind.TRUNCATED,
                        9),
                    Arguments.of(
                        database,
                        "a month cut off with its span",
                        "DELETE FROM consent_record WHERE seq > 5; DELETE FROM consent_span WHERE"
                            + " first_seq > 5",
                        Kind.TRUNCATED,
                        6),
                    Arguments.of(
                        database,
                        "everything but the signed head",
                        "DELETE FROM consent_record; DELETE FROM consent_span",
                        Kind.TRUNCATED,
                        0),
                    Arguments.of(
                        database,
                        "a content erased that nobody accounts for",
                        "UPDATE consent_record SET content = NULL, subject = NULL, digest = hash"
                            + " WHERE seq = 4",
                        Kind.ALTERED,
                        4),
                    Arguments.of(
                        database,
                        "a record filed under somebody else",
                        "UPDATE consent_record SET subject = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE seq = 5",
                        Kind.ALTERED,
                        5),
                    Arguments.of(
                        database,
                        "a record hidden from its visitor",
                        "UPDATE consent_record SET subject = NULL WHERE seq = 5",
                        Kind.ALTERED,
                        5),
                    Arguments.of(
                        database,
                        "a record put there that is none",
                        "INSERT INTO consent_record (chain, seq, period, content, hash) SELECT chain,"
                            + " 11, period, content, hash FROM consent_record WHERE seq = 10",
                        Kind.ALTERED,
                        11),
                    Arguments.of(
                        database,
                        "a deletion without a certificate",
                        "DELETE FROM consent_record WHERE seq <= 5; UPDATE consent_span SET"
                            + " certificate = 7 WHERE first_seq = 0",
                        Kind.UNSIGNED,
                        0),
                    Arguments.of(
                        database,
                        "a month filed under another",
                        "UPDATE consent_record SET period = 202701 WHERE seq > 5; UPDATE consent_span"
                            + " SET period = 202701 WHERE first_seq > 5",
                        Kind.ALTERED,
                        6),
                    Arguments.of(
                        database,
                        "a head of another chain",
                        "UPDATE consent_head SET chain = chain + 1",
                        Kind.UNSIGNED,
                        0),
                    Arguments.of(
                        database,
                        "a head that nobody has signed",
                        "UPDATE consent_head SET jws = 'e30.e30.e30'",
                        Kind.UNSIGNED,
                        -1)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tamperings")
  void everyTamperingIsNamed(Database database, String what, String sql, Kind kind, long seq) {
    DataSource source = filled(database);
    for (String statement : sql.split(";", -1)) {
      Database.run(source, statement);
    }
    Verification.Problem problem = verified(source, keys).problem().orElseThrow();

    assertEquals(kind, problem.kind(), what);
    if (seq >= 0) {
      assertEquals(seq, problem.seq(), what);
    }
    assertTrue(problem.sentence().contains(problem.chain()), problem.sentence());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a history made up with all its hashes does not have the signature")
  void madeUpHistoryIsNotSigned(Database database) {
    DataSource source = filled(database);

    Verification.Problem problem = verified(source, new Keys()).problem().orElseThrow();

    assertEquals(Kind.UNSIGNED, problem.kind());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a chain that is taken away whole is missed by those that were begun after it")
  void wholeChainIsMissed(Database database) {
    DataSource source = filled(database);
    String chain = Database.ask(source, "SELECT DISTINCT chain FROM consent_record").get(0);
    JdbcConsentLedger.open(source, keys, keys, clock).close();
    for (String table : List.of("consent_record", "consent_span", "consent_head")) {
      Database.run(source, "DELETE FROM " + table + " WHERE chain = " + chain);
    }
    Verification.Problem problem = verified(source, keys).problem().orElseThrow();

    assertEquals(Kind.MISSING, problem.kind());
    assertEquals(Long.parseLong(chain), Long.parseUnsignedLong(problem.chain(), 16));
    assertEquals(10, problem.seq());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("each opening has a chain of its own, and all are read")
  void chainsAreReadOneAfterTheOther(Database database) {
    DataSource source = filled(database);
    for (int i = 0; i < 3; i++) {
      JdbcConsentLedger.open(source, keys, keys, clock).close();
    }
    Verification found = verified(source, keys);

    assertTrue(found.isWhole(), found.toString());
    assertEquals(4, found.chains());
    assertEquals(14, found.rows());
  }
}
