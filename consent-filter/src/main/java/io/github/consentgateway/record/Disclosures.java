package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.AccessRight.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * The only way in which records leave for a court or an authority: the rows that match and no
 * other, signed, with a sealed copy that is kept for five years and its hash in the access journal.
 */
public final class Disclosures implements Disposal {

  /** The type of what is handed over, in the header of its signature. */
  public static final String TYPE = "consent-disclosure+jws";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sources sources;
  private final RecordSeal seal;
  private final DisclosedCopies copies;
  private final Signer signer;
  private final Clock clock;

  /** Disclosures of what is kept in this database. */
  public Disclosures(DataSource source, Signer signer, Sealer keys, Clock clock) {
    this(new Sources(source, PATIENCE), signer, new RecordSeal(keys), clock);
  }

  Disclosures(Sources sources, Signer signer, RecordSeal seal, Clock clock) {
    this.sources = sources;
    this.signer = signer;
    this.seal = seal;
    this.copies = new DisclosedCopies(seal);
    this.clock = clock;
  }

  /**
   * Hands the records of one consent over.
   *
   * @param account under which account of the system
   * @return a compact JWS; its payload is JSON
   * @throws LedgerException with all that is missing, if there is no such consent, or if it cannot
   *     be noted
   */
  public String disclose(Disclosure request, String consentId, String account) {
    if (!request.problems().isEmpty()) {
      throw new LedgerException(String.join(System.lineSeparator(), request.problems()));
    }
    // Whether there is such a consent is shown as well, so that this is noted before anything else.
    note(request, account, "consent " + Sha256.name(consentId));
    List<LedgerEntry> entries = new Shelf(sources, seal).history(consentId);
    if (entries.isEmpty()) {
      throw new LedgerException("There is no such consent.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String jws = signer.sign(TYPE, text(request, entries, now));
    note(request, account, Sha256.name(jws));
    keep(jws, now);
    return jws;
  }

  private void note(Disclosure request, String account, String what) {
    AccessJournal journal = new AccessJournal(sources.source(), signer, clock);
    String reference = request.authority() + ", " + request.reference() + ", " + what;
    request
        .approvers()
        .forEach(approver -> journal.note(approver, account, Operation.DISCLOSE, reference));
  }

  private void keep(String jws, Instant now) {
    sources.change(
        "The copy cannot be kept, so nothing is handed over",
        connection -> copies.keep(connection, Sha256.name(jws), jws, now));
  }

  private static String text(Disclosure request, List<LedgerEntry> entries, Instant now) {
    ObjectNode out = Json.object();
    out.put("at", now.toString()).put("authority", request.authority());
    out.put("reference", request.reference()).put("basis", request.basis());
    out.put("scope", request.scope());
    ArrayNode approvers = out.putArray("approvers");
    request.approvers().forEach(approver -> approvers.add(approver.name()));
    ArrayNode records = out.putArray("records");
    for (LedgerEntry entry : entries) {
      ObjectNode record = records.addObject();
      record.put("chain", entry.chain()).put("seq", entry.seq()).put("hash", entry.hash());
      record.set("record", Json.read(RecordText.of(entry.record())));
    }
    return Json.written(out);
  }

  /** The copies of what was handed over, the oldest first. */
  public List<String> copies() {
    return sources.ask("The copies cannot be read", copies::all);
  }

  @Override
  public String retentionClass() {
    return "DISCLOSURE_FILE";
  }

  @Override
  public long deleteThrough(LocalDate day) {
    return sources.change(
        "Copies that are due cannot be deleted",
        connection -> {
          if (!DisclosedCopies.isAnyDue(connection, day)) {
            return 0;
          }
          Holds.requireNone(connection, retentionClass(), clock.instant());
          return DisclosedCopies.deleteThrough(connection, day);
        });
  }
}
