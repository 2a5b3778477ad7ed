package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.Verification.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever can write to the database and compute every hash, but has no key, is found out. */
@DisplayName("TK-12, RT-12: hashes that fit are not enough, a node must have signed them")
class ForgedLedgerTest extends LedgerUnderFault {

  private static final Instant LONG_AGO = Instant.parse("2021-03-01T10:00:00Z");

  /** An opening and four records in a chain that was closed. */
  private DataSource filled(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      for (int i = 0; i < 4; i++) {
        ledger.keep(List.of(Records.given(clock.instant())));
      }
    }
    return source;
  }

  private void assertFound(Kind kind, long seq, DataSource source) {
    Verification.Problem problem = verified(source).problem().orElseThrow();
    assertEquals(kind, problem.kind(), problem.sentence());
    assertEquals(seq, problem.seq(), problem.sentence());
  }

  /** Files rows from a number on under a month, and makes all hashes fit again. */
  private static void refile(DataSource source, long from, int period) {
    Database.run(source, "UPDATE consent_record SET period = " + period + " WHERE seq >= " + from);
    rehash(source);
  }

  private static void rehash(DataSource source) {
    List<KeptRow> rows = rows(source);
    Chain chain = new Chain(rows.get(0).chain(), List.of());
    for (KeptRow row : rows) {
      Hash hash = chain.last().next(row.chain(), row.seq(), row.period(), row.contentDigest());
      chain = chain.with(row.period(), hash);
      change(source, "UPDATE consent_record SET hash = ? WHERE seq = ?", hash, row.seq());
    }
    Database.run(source, "DELETE FROM consent_span");
    for (Span span : chain.spans()) {
      change(
          source,
          "INSERT INTO consent_span (chain, first_seq, period, before_hash, last_seq, last_hash)"
              + " VALUES (?,?,?,?,?,?)",
          span.chain(),
          span.first(),
          span.period(),
          span.before(),
          span.last(),
          span.hash());
    }
  }

  private static List<KeptRow> rows(DataSource source) {
    return new Sources(source, Duration.ofSeconds(5))
        .ask("rows", c -> Sql.list(c, KeptRow::of, KeptRow.SELECT + " ORDER BY chain, seq"));
  }

  private static void change(DataSource source, String sql, Object... values) {
    new Sources(source, Duration.ofSeconds(5)).change("change", c -> Sql.update(c, sql, values));
  }

  /** A row of somebody's own at the end of the only chain, with its hash. */
  private static void append(DataSource source) {
    List<KeptRow> rows = rows(source);
    long chain = rows.get(0).chain();
    change(
        source,
        "INSERT INTO consent_record (chain, seq, period, subject, content, hash)"
            + " SELECT chain, ?, period, subject, content, hash FROM consent_record WHERE seq = 4"
            + " AND chain = ?",
        rows.stream().filter(row -> row.chain() == chain).count(),
        chain);
    rehash(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "positive control: to hash everything anew changes nothing, so that the forger is able")
  void forgerIsAble(Database database) {
    DataSource source = filled(database);
    Verification before = verified(source);
    rehash(source);

    assertTrue(verified(source).isWhole(), () -> verified(source).toString());
    assertEquals(before, verified(source));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row behind the end of a closed chain, which no later opening makes good")
  void closedChainHasNoMoreRows(Database database) {
    DataSource source = filled(database);
    append(source);

    assertFound(Kind.ALTERED, 5, source);
    open(source).close();
    assertEquals(Kind.ALTERED, verified(source).problem().orElseThrow().kind());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("heads taken away, before a later opening or after it")
  void headsAreMissed(Database database) {
    DataSource source = filled(database);
    Database.run(source, "DELETE FROM consent_head");

    assertFound(Kind.UNSIGNED, 0, source);
    open(source).close();
    assertFound(Kind.UNSIGNED, 0, source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("rows filed under a month that is over are named, and neither deleted nor certified")
  void refiledRowsAreNotDeleted(Database database) {
    DataSource source = filled(database);
    refile(source, 2, Row.period(LONG_AGO));
    assertEquals(Kind.ALTERED, verified(source).problem().orElseThrow().kind());
    try (JdbcConsentLedger ledger = open(source)) {
      LedgerException refused =
          assertThrows(LedgerException.class, () -> ledger.retention().run(true));
      assertTrue(String.valueOf(refused.getMessage()).contains("CONSENT_PROOF"));
      assertEquals(List.of(), ledger.retention().certificates());
    }
    assertEquals(
        List.of("3"),
        Database.ask(source, "SELECT COUNT(*) FROM consent_record WHERE period = 202103"));
    assertEquals(Kind.ALTERED, verified(source).problem().orElseThrow().kind());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a month that is over goes in spite of another that was tampered with")
  void tamperedMonthKeepsNoOther(Database database) {
    DataSource source = database.fresh();
    clock.set(LONG_AGO);
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(Records.given(clock.instant())));
      clock.advance(Duration.ofDays(31));
      ledger.keep(List.of(Records.given(clock.instant())));
    }
    Database.run(source, "UPDATE consent_span SET last_seq = last_seq + 7 WHERE period = 202103");
    clock.set(Records.NOON);
    try (JdbcConsentLedger ledger = open(source)) {
      assertThrows(LedgerException.class, () -> ledger.retention().run(true));
      assertEquals(1, ledger.retention().certificates().size());
    }
    assertEquals(
        List.of("202103"),
        Database.ask(source, "SELECT DISTINCT period FROM consent_record WHERE period < 202200"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a month deleted under the certificate of another")
  void certificateIsOfItsMonth(Database database) {
    DataSource source = purged(database);
    assertTrue(verified(source).isWhole(), "positive control");
    Database.run(
        source,
        "UPDATE consent_span SET certificate = (SELECT id FROM consent_certificate) WHERE period ="
            + " 202104");
    Database.run(source, "DELETE FROM consent_record WHERE period = 202104");

    assertFound(Kind.UNSIGNED, 0, source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a certificate that is gone, and one that somebody else has signed")
  void certificateMustHold(Database database) {
    DataSource source = purged(database);
    String own = Database.ask(source, "SELECT jws FROM consent_certificate").get(0);
    String other = Certificate.of(202103, "k", List.of(), Records.NOON).signed(new Keys());
    for (String jws : List.of("e30.e30.e30", other, own.substring(0, own.length() - 4))) {
      Database.run(source, "UPDATE consent_certificate SET jws = '" + jws + "'");
      assertFound(Kind.UNSIGNED, 0, source);
    }
    Database.run(source, "DELETE FROM consent_certificate");
    assertFound(Kind.UNSIGNED, 0, source);
  }

  /** A chain of which the first of two months is gone in due time. */
  private DataSource purged(Database database) {
    DataSource source = database.fresh();
    clock.set(LONG_AGO);
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(Records.given(clock.instant())));
      clock.advance(Duration.ofDays(31));
      ledger.keep(List.of(Records.given(clock.instant())));
      clock.set(Instant.parse("2026-08-29T10:00:00Z"));
      ledger.retention().run(true);
    }
    return source;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("what a node that was cut off has not signed is told, until another signs it")
  void unsignedEndIsToldAndSigned(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger cutOff = open(source)) {
      for (int i = 0; i < 3; i++) {
        cutOff.keep(List.of(Records.given(clock.instant())));
      }
      rewind(source);
      assertEquals(3, verified(source).unsigned(), "positive control");
      assertTrue(verified(source).isWhole());
      open(source).close();
      assertEquals(3, verified(source).unsigned(), "it may still be there, and sign itself");
      clock.advance(Duration.ofMinutes(61));
      open(source).close();
      assertEquals(0, verified(source).unsigned());
      assertEquals(3, verified(source).heads());
    }
    assertTrue(verified(source).isWhole(), () -> verified(source).toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("what is put behind an end that was signed for another is never signed")
  void endIsSignedForAnotherOnce(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger cutOff = open(source)) {
      for (int i = 0; i < 5; i++) {
        cutOff.keep(List.of(Records.given(clock.instant())));
      }
      rewind(source);
      UnsignedEnds ends = new UnsignedEnds(new Sources(source, Duration.ofSeconds(5)), keys, clock);
      ends.sign();
      assertEquals(5, verified(source).unsigned(), "its node may still be there");
      ends.signLeft();
      assertEquals(0, verified(source).unsigned(), "positive control: signed once");
      append(source);
      ends.sign();
      ends.signLeft();
      clock.advance(Duration.ofHours(2));
      ends.sign();
      assertEquals(1, verified(source).unsigned(), "and told for ever");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("no octet goes over from a name to a content, and an empty name is not none")
  void framesHold(Database database) {
    DataSource source = database.fresh();
    Content whole = Content.of("x".repeat(300));
    Content rest = Content.of("x".repeat(44));
    assertNotEquals(whole.digest(Optional.empty()), rest.digest(Optional.of("x".repeat(256))));
    assertNotEquals(whole.digest(Optional.empty()), whole.digest(Optional.of("")));
    open(source).close();
    Database.run(source, "UPDATE consent_record SET subject = '' WHERE subject IS NULL");
    assertFound(Kind.ALTERED, 0, source);
  }

  /** Puts the head of the opening back, as if nothing had been signed since. */
  private void rewind(DataSource source) {
    KeptRow opening = rows(source).get(0);
    Chain begun = new Chain(opening.chain(), List.of()).with(opening.period(), opening.hash());
    SignedHead head = SignedHead.of(begun, clock.instant(), false, keys);
    change(
        source, "UPDATE consent_head SET seq = 0, jws = ? WHERE chain = ?", head.jws(), begun.id());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("an end that does not hang together with what was signed is not signed")
  void brokenEndIsNotSigned(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger cutOff = open(source)) {
      for (int i = 0; i < 3; i++) {
        cutOff.keep(List.of(Records.given(clock.instant())));
      }
      rewind(source);
      Database.run(source, "DELETE FROM consent_record WHERE seq = 2");
      open(source).close();
      assertEquals(Kind.MISSING, verified(source).problem().orElseThrow().kind());
      assertEquals(
          List.of("0"),
          Database.ask(
              source, "SELECT seq FROM consent_head WHERE chain = " + rows(source).get(0).chain()));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a node that signs for another, late, does not open again what that one has closed")
  void closedHeadStays(Database database) {
    DataSource source = filled(database);
    String closed = Database.ask(source, "SELECT jws FROM consent_head").get(0);
    Chain chain = SaidHead.of(closed, keys).orElseThrow().chain();
    SignedHead late = SignedHead.of(chain, clock.instant(), false, keys);
    new Sources(source, Duration.ofSeconds(5))
        .change(
            "late",
            connection -> {
              KeptHead.keep(connection, late);
              return true;
            });

    assertEquals(List.of(closed), Database.ask(source, "SELECT jws FROM consent_head"));
    assertTrue(SaidHead.of(closed, keys).orElseThrow().closed());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("chains that contradict each other about a third")
  void contradictionIsNamed(Database database) {
    DataSource source = filled(database);
    long chain = rows(source).get(0).chain();
    open(source).close();
    Ties ties = new Sources(source, Duration.ofSeconds(5)).ask("ties", Ties::read);
    Hash end = rows(source).stream().filter(row -> row.chain() == chain).toList().get(4).hash();
    ties.add(
        new SaidHead(
            new Chain(chain, List.of(new Span(chain, 0, 202611, Hash.NOTHING, 4, Hash.of("x")))),
            clock.instant(),
            true,
            false));

    assertTrue(!ties.agree(chain, 4, end), "neither of the two is believed");
    assertTrue(ties.agree(chain, 3, end), "nobody says anything of this one");
  }
}
