package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("AC-12, RT-15, DR-05: what is shown of a ledger, and what is only counted")
class LedgerReaderTest {

  private static final Instant ENDS = Records.NOON.plus(Duration.ofDays(180));

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);
  private final ConsentRecord standing = Records.given();
  private final ConsentRecord withdrawn = Records.given();
  private final ConsentRecord restricted = Records.given();
  private DataSource source = Database.SQLITE.fresh();
  private LedgerReader reader = new LedgerReader(source, keys);

  @BeforeEach
  void begin() {
    clock.set(Records.NOON);
  }

  private void fill(Database database) {
    source = database.fresh();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(standing, withdrawn, restricted));
      clock.advance(Duration.ofHours(12));
      ledger.keep(List.of(withdrawn.followedBy(Event.WITHDRAWN, clock.instant())));
      ledger.keep(List.of(restricted.followedBy(Event.RESTRICTED, clock.instant())));
      ledger.count(new Refusal(LocalDate.of(2026, 11, 23), "2026-11-22", "fr"));
      ledger.count(new Refusal(LocalDate.of(2026, 11, 24), "2026-11-22", "fr"));
    }
    reader = new LedgerReader(source, keys);
  }

  private List<String> shown(Instant now, boolean archived) {
    List<String> ids = new ArrayList<>();
    reader.forEach(now, archived, entry -> ids.add(entry.record().consentId()));
    return ids;
  }

  @ParameterizedTest
  @EnumSource
  void archiveIsLeftOut(Database database) {
    fill(database);

    assertEquals(List.of(standing.consentId()), shown(clock.instant(), false));
    assertEquals(List.of(standing.consentId()), shown(ENDS.minusSeconds(1), false));
    assertEquals(List.of(), shown(ENDS, false));
    assertEquals(
        List.of(standing.consentId(), withdrawn.consentId(), withdrawn.consentId()),
        shown(ENDS, true),
        "restricted ones are in nobody's list");
    assertFalse(LedgerReader.isOver(reader.history(standing.consentId()), ENDS.minusSeconds(1)));
    assertTrue(LedgerReader.isOver(reader.history(standing.consentId()), ENDS));
    assertTrue(LedgerReader.isOver(reader.history(withdrawn.consentId()), clock.instant()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("one record that cannot be read keeps no other from being shown, and is told")
  void unreadableRecordIsTold(Database database) {
    fill(database);
    Database.run(source, "UPDATE consent_record SET content = hash WHERE seq = 1");
    List<String> ids = new ArrayList<>();

    LedgerException told =
        assertThrows(
            LedgerException.class,
            () -> reader.forEach(ENDS, true, entry -> ids.add(entry.record().consentId())));

    assertTrue(String.valueOf(told.getMessage()).contains("1 of them"), told.toString());
    assertEquals(List.of(withdrawn.consentId(), withdrawn.consentId()), ids);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-12: counts of a window, its first instant included, its last not")
  void windowIsCounted(Database database) {
    fill(database);
    Instant later = Records.NOON.plus(Duration.ofHours(12));

    assertEquals(Map.of(Event.GIVEN, 3L), reader.count(Records.NOON, later));
    assertEquals(
        Map.of(Event.WITHDRAWN, 1L, Event.RESTRICTED, 1L),
        reader.count(later, later.plusSeconds(1)));
    assertEquals(Map.of(), reader.count(later.plusSeconds(1), ENDS));
    assertEquals(1, reader.refusals(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23)));
    assertEquals(2, reader.refusals(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)));
    assertEquals(0, reader.refusals(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 30)));
  }
}
