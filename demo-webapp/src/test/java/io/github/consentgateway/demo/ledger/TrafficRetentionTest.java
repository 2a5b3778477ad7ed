package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.Retention;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.traffic.Pseudonymizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RT-10, RT-13, RT-14: traffic retention")
final class TrafficRetentionTest extends TrafficOfficer {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final LocalDate today = LocalDate.now(PARIS);

  /** One segment of today, one of 30 days ago, one of 200 days ago. */
  @BeforeEach
  void note() throws IOException {
    for (int ago : new int[] {200, 30, 0}) {
      Clock then = Clock.offset(CLOCK, Duration.ofDays(-ago));
      try (Pseudonymizer pseudonymizer = pseudonymizer()) {
        note(then, Stream.of(event(pseudonymizer, then.instant(), "192.0.2.1", "/", 200)));
      }
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.count();
    }
  }

  private Retention engine() {
    return Retention.of(SqliteFile.at(data.resolve("consent-ledger.db")), CLOCK);
  }

  @Test
  @DisplayName("what is kept is told by month, with the day on which it must be gone; overdue is 1")
  void keptIsTold() throws IOException {
    assertEquals(1, traffic("retention"), err::toString);
    String told = out.toString();
    assertTrue(told.matches("(?s).*Segments: +3, [\\d,]+ octets\\R.*"), told);
    assertTrue(told.contains("OVERDUE    traffic-"), told);
    assertTrue(told.contains("Overdue: 1;"), told);
    LocalDate day = LocalDate.ofInstant(Instant.now().minus(Duration.ofDays(200)), PARIS);
    assertTrue(
        told.matches(
            "(?s).*%s +1 +[\\d,]+  %s\\R.*"
                .formatted(YearMonth.from(day), day.plus(Period.ofMonths(6)))),
        told);
    assertEquals(3, files(), "nothing is deleted unasked");
    assertTrue(
        noted().contains("\"operation\":\"VERIFY\",\"reference\":\"traffic retention P6M\""),
        noted());
  }

  @Test
  @DisplayName("--apply deletes what is due and nothing else, is noted, and does no harm again")
  void dueIsDeleted() throws IOException {
    assertEquals(0, traffic("retention", "--apply"), err::toString);
    assertTrue(out.toString().contains("Segments deleted: 1"), out::toString);
    assertTrue(out.toString().contains("Nothing is over its time."), out::toString);
    assertEquals(2, files());
    assertTrue(
        noted().contains("\"operation\":\"PURGE\",\"reference\":\"traffic retention P6M apply\""),
        noted());
    assertEquals(0, traffic("retention", "--apply"), err::toString);
    assertTrue(out.toString().contains("Segments deleted: 0"), out::toString);
    assertEquals(0, traffic("retention"));
  }

  @Test
  @DisplayName("the period is the gateway's; a day before is not due, the day is")
  void periodDecides() throws IOException {
    assertEquals(0, traffic("retention", "--kept-for", "P201D"), out::toString);
    assertEquals(1, traffic("retention", "--kept-for", "P30D"));
    assertTrue(out.toString().contains("Overdue: 2;"), out::toString);
    assertEquals(1, traffic("retention", "--kept-for", "P31D"));
    assertTrue(out.toString().contains("Overdue: 1;"), out::toString);
    for (String wrong : new String[] {"P366D", "P13M", "P0D", "P-1D", "soon"}) {
      assertEquals(2, traffic("retention", "--kept-for", wrong), wrong);
      assertEquals(2, traffic("verify", "--kept-for", wrong), wrong);
    }
    assertEquals(3, files());
  }

  @Test
  @DisplayName("RT-10: what is held is not deleted, and not overdue")
  void heldIsKept() throws IOException {
    engine().hold("TRAFFIC", "CLAIM", "RG 26/1", "Marie Durand", today.plusDays(30));
    assertEquals(0, traffic("retention", "--apply"), err::toString);
    assertTrue(out.toString().contains("Nothing is deleted: the class is held."), out::toString);
    assertTrue(out.toString().contains("CLAIM, RG 26/1"), out::toString);
    assertEquals(3, files());
    assertEquals(0, traffic("retention"));
  }

  @Test
  @DisplayName("RT-16: a clock far ahead of the last run deletes nothing until somebody has looked")
  void clockIsLookedAt() throws Exception {
    try (var connection = SqliteFile.at(data.resolve("consent-ledger.db")).getConnection();
        var statement = connection.createStatement()) {
      long longAgo = Instant.now().minus(Duration.ofDays(9)).getEpochSecond();
      statement.execute("UPDATE consent_retention SET run = " + longAgo + ", seen = run");
    }
    assertEquals(2, traffic("retention", "--apply"));
    assertTrue(err.toString().contains("--confirm-clock"), err::toString);
    assertEquals(3, files());
    assertEquals(0, traffic("retention", "--apply", "--confirm-clock"), err::toString);
    assertEquals(2, files());
  }

  @Test
  @DisplayName("whoever runs the site may delete, and an empty log is told")
  void engineerDeletes() throws IOException {
    admitEngineer();
    assertEquals(0, trafficAs(ENGINEER, "retention", "--apply"), err::toString);
    try (Stream<Path> files = Files.list(directory())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertEquals(0, trafficAs(ENGINEER, "retention"), err::toString);
    assertTrue(out.toString().contains("There is no segment."), out::toString);
  }
}
