package io.github.consentgateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set, the one clock of all tests. */
public final class SettableClock extends Clock {

  private Instant now;

  /** Stands at {@code now}. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Stands at {@code instant} from here on. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Goes on, or back by a negative duration. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
