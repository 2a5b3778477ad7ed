package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerReader;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The records of one consent for people. */
record Sheet(List<LedgerEntry> history) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  void tell(PrintWriter out) {
    out.println("Consent " + history.get(0).record().consentId());
    if (LedgerReader.isRestricted(history)) {
      out.println(
          "The visitor has restricted the use of these records: they serve legal claims only"
              + " (GDPR article 18).");
    }
    history.forEach(entry -> tell(entry, out));
  }

  private static void tell(LedgerEntry entry, PrintWriter out) {
    ConsentRecord record = entry.record();
    out.println();
    line(out, "What happened", happened(record.event()));
    line(out, "When", moment(record.at()));
    line(out, "Consent ends", moment(record.ends()));
    line(out, "Accepted", purposes(record.granted()));
    line(out, "Refused", purposes(record.refused()));
    line(out, "Language", record.language());
    line(out, "Browser's signal", record.gpc() ? "Global Privacy Control was on" : "none");
    line(out, "Policy", "version " + record.version());
    line(out, "Texts shown", record.notice());
    line(out, "Record", record.id());
    line(out, "Place", "chain %s, row %d".formatted(entry.chain(), entry.seq()));
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("  %-17s %s%n", name, value);
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** What happened, in words. */
  static String happened(Event event) {
    return switch (event) {
      case GIVEN -> "consent given";
      case WITHDRAWN -> "consent withdrawn";
      case RENEWED -> "replaced by a new choice";
      case INVALIDATED -> "consent that never took effect";
      case RESTRICTED -> "use restricted";
      case RELEASED -> "restriction lifted";
    };
  }

  private static String purposes(Map<String, Integer> versions) {
    return versions.isEmpty()
        ? "nothing"
        : new TreeMap<>(versions)
            .entrySet().stream()
                .map(of -> "%s (version %d)".formatted(of.getKey(), of.getValue()))
                .collect(Collectors.joining(", "));
  }
}
