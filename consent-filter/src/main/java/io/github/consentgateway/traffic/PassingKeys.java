package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.KeyJournal.Event;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are nowhere but in the memory of this process: no file, no backup, nothing to be handed
 * over. A restart begins another epoch, and so does a clock that jumps to another day, in whichever
 * direction.
 */
final class PassingKeys implements EpochKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY = 32;

  private final String site;
  private final KeyJournal journal;
  private final Clock clock;
  private volatile @Nullable EpochKey current;
  private @Nullable EpochKey before;
  private boolean closed;

  PassingKeys(String site, KeyJournal journal, Clock clock) {
    this.site = site;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Optional<EpochKey> now() {
    EpochKey known = current;
    return known != null && known.isOf(clock.millis())
        ? known.asOptional()
        : begun(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private synchronized Optional<EpochKey> begun(LocalDate today) {
    EpochKey known = current;
    if (closed || (known != null && known.day().equals(today))) {
      return Optional.ofNullable(known).filter(key -> !closed);
    }
    destroy(before);
    before = known;
    EpochKey made = made(today);
    current = made;
    journal.note(Event.CREATED, made.epoch(), clock.instant());
    expire();
    return Optional.of(made);
  }

  private EpochKey made(LocalDate today) {
    byte[] secret = new byte[KEY];
    RANDOM.nextBytes(secret);
    return new EpochKey(today, secret, site);
  }

  @Override
  public synchronized void tick() {
    EpochKey known = current;
    if (known != null && isOver(known)) {
      current = null;
      destroy(known);
    }
    expire();
  }

  /** The key of the day before, once nothing of that day can be under way. */
  private void expire() {
    EpochKey old = before;
    if (old != null && isOver(old)) {
      before = null;
      destroy(old);
    }
  }

  /** A clock that has jumped back ends keys of days to come. */
  private boolean isOver(EpochKey key) {
    Instant now = clock.instant();
    boolean ahead = key.day().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
    return ahead || !now.isBefore(EpochKeys.end(key.day()));
  }

  private void destroy(@Nullable EpochKey key) {
    if (key != null) {
      key.destroy();
      journal.note(Event.DESTROYED, key.epoch(), clock.instant());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    destroy(before);
    destroy(current);
    before = null;
    current = null;
  }
}
