package io.github.consentgateway.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows in which the ledger tells of itself; they name nobody. */
record Chronicle(RecordSeal seal) {

  /** That a chain begins, and what others there were then, and what accesses. */
  Row opened(Instant at, String otherEnds, Optional<SeenAccess> access) {
    return row(at, "opened", ",\"after\":" + otherEnds + access.map(Chronicle::of).orElse(""));
  }

  /** How far the access journal has got. */
  Row seen(Instant at, SeenAccess access) {
    return row(at, "seen", of(access));
  }

  /** That the records of a month are gone. */
  Row purged(Certificate certificate) {
    return row(
        certificate.at(),
        "purged",
        ",\"period\":%d,\"rows\":%d".formatted(certificate.period(), certificate.rows()));
  }

  /** That rows have lost their content, which ends a consent. */
  Row erased(Instant at, List<LedgerEntry> entries, Ending ending) {
    String rows =
        entries.stream()
            .map(entry -> "{\"chain\":\"%s\",\"seq\":%d}".formatted(entry.chain(), entry.seq()))
            .collect(Collectors.joining(",", "[", "]"));
    return row(at, "erased", ",\"rows\":" + rows, Optional.of(ending));
  }

  private static String of(SeenAccess access) {
    return ",\"journal\":{\"id\":%d,\"hash\":\"%s\"}".formatted(access.id(), access.hash());
  }

  private Row row(Instant at, String event, String more) {
    return row(at, event, more, Optional.empty());
  }

  private Row row(Instant at, String event, String more, Optional<Ending> ending) {
    String text =
        "{\"event\":\"%s\",\"at\":\"%s\"%s}"
            .formatted(event, at.truncatedTo(ChronoUnit.SECONDS), more);
    return new Row(seal.period(at), Optional.empty(), Optional.empty(), Content.of(text), ending);
  }
}
