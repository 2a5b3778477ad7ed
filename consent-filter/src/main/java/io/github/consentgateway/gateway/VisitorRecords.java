package io.github.consentgateway.gateway;

import io.github.consentgateway.page.Proof;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.Receipts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What visitors may see of what is recorded of them, and have done with it. Whoever has the token
 * has the right: no paper, no account, no reason (GDPR articles 11 and 12(6); DR-08). Nobody learns
 * whether a number exists that is not of the token's consent.
 */
final class VisitorRecords {

  private static final String JSON = "application/ld+json";
  private static final String JWS = "application/jose";

  private final OwnPages pages;
  private final ConsentLedger ledger;
  private final Receipts receipts;
  private final Announcements announcements;
  private final String base;
  private final Clock clock;

  VisitorRecords(String base, OwnPages pages, Evidence evidence) {
    this.base = base;
    this.pages = pages;
    this.ledger = evidence.ledger();
    this.receipts = new Receipts(ledger, new EvidenceSigner(evidence.keys()));
    this.announcements = evidence.announcements();
    this.clock = evidence.clock();
  }

  static Optional<String> consentId(Visit visit) {
    return visit.consent().choice().flatMap(Choice::consentId);
  }

  private List<LedgerEntry> history(Visit visit) {
    return consentId(visit).map(ledger::history).orElse(List.of());
  }

  /** The proof of the consent that stands. */
  Answer receipt(Visit visit) {
    List<Proof> given =
        proofs(history(visit)).stream().filter(proof -> proof.event().equals("given")).toList();
    return given.isEmpty() ? pages.data(visit, 404, List.of(), false) : pages.receipt(visit, given);
  }

  /** The receipt of a record, as its name ends: {@code .json} or {@code .jws}. */
  Optional<Answer> receipt(Visit visit, String name) {
    return history(visit).stream()
        .filter(entry -> name.startsWith(entry.record().id() + "."))
        .findAny()
        .flatMap(entry -> receipt(visit, entry, name.substring(entry.record().id().length())));
  }

  private Optional<Answer> receipt(Visit visit, LedgerEntry entry, String ending) {
    return switch (ending) {
      case ".json" -> Optional.of(download(JSON, "json", receipts.json(entry, consentPage(visit))));
      case ".jws" -> Optional.of(download(JWS, "jws", receipts.signed(entry, consentPage(visit))));
      default -> Optional.empty();
    };
  }

  private static Answer download(String type, String ending, String text) {
    return Answer.of(200, type, text)
        .with("Content-Disposition", "attachment; filename=\"consent." + ending + "\"");
  }

  private String consentPage(Visit visit) {
    return visit.gate().policy().site() + visit.request().contextPath() + base;
  }

  Answer data(Visit visit) {
    List<LedgerEntry> history = history(visit);
    return pages.data(visit, 200, proofs(history), LedgerReader.isRestricted(history));
  }

  /** The same for machines (GDPR article 20). */
  Optional<Answer> copy(Visit visit) {
    List<LedgerEntry> history = history(visit);
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(
            download(
                JSON,
                "json",
                history.stream()
                    .map(entry -> receipts.json(entry, consentPage(visit)))
                    .collect(Collectors.joining(",\n", "[\n", "]\n"))));
  }

  private static List<Proof> proofs(List<LedgerEntry> history) {
    return history.stream().map(LedgerEntry::record).map(VisitorRecords::proof).toList();
  }

  private static Proof proof(ConsentRecord record) {
    return new Proof(
        record.id(),
        record.consentId(),
        record.event().name().toLowerCase(Locale.ROOT),
        record.at(),
        record.ends(),
        record.notice(),
        List.copyOf(record.granted().keySet()),
        List.copyOf(record.refused().keySet()));
  }

  /** Restricts the use of what is kept (GDPR article 18), or ends that. */
  void restrict(Visit visit, boolean whether) {
    List<LedgerEntry> history = history(visit);
    if (!history.isEmpty() && LedgerReader.isRestricted(history) != whether) {
      ConsentRecord last = history.get(history.size() - 1).record();
      Event event = whether ? Event.RESTRICTED : Event.RELEASED;
      ledger.keep(List.of(last.followedBy(event, clock.instant())));
    }
  }

  private boolean erase(Visit visit, String consentId) {
    boolean erased = ledger.erase(consentId, clock.instant());
    if (erased) {
      Set<String> purposes =
          visit.consent().choice().map(choice -> choice.granted().keySet()).orElse(Set.of());
      announcements.announce(new Withdrawal(consentId, purposes, true));
    }
    return erased;
  }

  /**
   * Erases what is kept (GDPR article 17).
   *
   * @return whether there was anything that could be found by what the visitor has
   */
  boolean erase(Visit visit) {
    return consentId(visit).filter(id -> erase(visit, id)).isPresent();
  }
}
