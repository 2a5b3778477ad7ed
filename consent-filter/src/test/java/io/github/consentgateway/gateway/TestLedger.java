package io.github.consentgateway.gateway;

import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Publication;
import io.github.consentgateway.record.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger in memory that fails when it is told to. */
final class TestLedger implements ConsentLedger {

  private final ConsentLedger memory = ConsentLedger.inMemory();
  private final AtomicInteger kept = new AtomicInteger();
  private volatile boolean failing;

  void fail(boolean whether) {
    failing = whether;
  }

  int kept() {
    return kept.get();
  }

  private void check() {
    if (failing) {
      throw new LedgerException("failing as told");
    }
  }

  @Override
  public void keep(List<ConsentRecord> events) {
    check();
    memory.keep(events);
    kept.addAndGet(events.size());
  }

  @Override
  public void keepEventually(List<ConsentRecord> events) {
    memory.keepEventually(events);
  }

  @Override
  public void count(Refusal refusal) {
    memory.count(refusal);
  }

  @Override
  public Map<Refusal, Long> refusals() {
    return memory.refusals();
  }

  @Override
  public List<LedgerEntry> history(String consentId) {
    check();
    return memory.history(consentId);
  }

  @Override
  public boolean isRevoked(String consentId) {
    return memory.isRevoked(consentId);
  }

  @Override
  public boolean erase(String consentId, Instant at) {
    check();
    return memory.erase(consentId, at);
  }

  @Override
  public void publish(Publication publication) {
    check();
    memory.publish(publication);
  }

  @Override
  public List<Publication> publications() {
    return memory.publications();
  }

  @Override
  public Optional<String> text(String hash) {
    return memory.text(hash);
  }

  @Override
  public void close() {}
}
