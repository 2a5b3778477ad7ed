package io.github.consentgateway.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger in memory. */
final class PassingLedger implements ConsentLedger {

  private final Map<String, List<LedgerEntry>> histories = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Map<Refusal, Long> refusals = new ConcurrentHashMap<>();
  private final List<Publication> publications = new CopyOnWriteArrayList<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private Hash last = Hash.NOTHING;
  private long seq;

  @Override
  public synchronized void keep(List<ConsentRecord> events) {
    events.forEach(this::keep);
  }

  private void keep(ConsentRecord event) {
    last = last.next(0, seq, 0, Hash.of(RecordText.of(event)));
    histories
        .computeIfAbsent(event.consentId(), id -> new CopyOnWriteArrayList<>())
        .add(new LedgerEntry(event, Chain.name(0), seq++, last.toString()));
    if (event.event().isEnd()) {
      revoked.add(event.consentId());
    }
  }

  @Override
  public void keepEventually(List<ConsentRecord> events) {
    keep(events);
  }

  @Override
  public void count(Refusal refusal) {
    refusals.merge(refusal, 1L, Long::sum);
  }

  @Override
  public Map<Refusal, Long> refusals() {
    return Map.copyOf(refusals);
  }

  @Override
  public List<LedgerEntry> history(String consentId) {
    return List.copyOf(histories.getOrDefault(consentId, List.of()));
  }

  @Override
  public boolean isRevoked(String consentId) {
    return revoked.contains(consentId);
  }

  @Override
  public boolean erase(String consentId, Instant at) {
    revoked.add(consentId);
    return histories.remove(consentId) != null;
  }

  @Override
  public void publish(Publication publication) {
    if (publications.stream().noneMatch(known -> known.hash().equals(publication.hash()))) {
      publications.add(publication);
      texts.putAll(publication.texts());
    }
  }

  @Override
  public List<Publication> publications() {
    return new ArrayList<>(publications);
  }

  @Override
  public Optional<String> text(String hash) {
    return Optional.ofNullable(texts.get(hash));
  }

  @Override
  public void close() {}
}
