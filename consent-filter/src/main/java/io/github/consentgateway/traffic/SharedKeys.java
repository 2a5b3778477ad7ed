package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.KeyJournal.Event;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keys that several nodes have in common, so that a client has one pseudonym on all of them: the
 * first node makes the key of a day and puts it, wrapped, where the others find it. It is made an
 * hour ahead and never while a request waits; without it there is no pseudonym.
 *
 * <p>A node whose clock is more than five minutes off the store's makes no pseudonyms: it would be
 * at another day than the others. While the store is away, the keys that are there serve on.
 */
final class SharedKeys implements EpochKeys {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY = 32;
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final String site;
  private final EpochKeyStore store;
  private final KeyWrapping wrapping;
  private final KeyJournal journal;
  private final Clock clock;
  private final Map<LocalDate, EpochKey> keys = new ConcurrentHashMap<>();
  private final Executor background;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean apart = true;
  private volatile boolean closed;
  private volatile boolean reported;
  private volatile Instant looked = Instant.MIN;

  /**
   * Keys in a store.
   *
   * @param background where the store is asked, which may take its time
   */
  SharedKeys(
      String site,
      EpochKeyStore store,
      KeyWrapping wrapping,
      KeyJournal journal,
      Executor background,
      Clock clock) {
    this.site = site;
    this.store = store;
    this.wrapping = wrapping;
    this.journal = journal;
    this.background = background;
    this.clock = clock;
    look();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  @Override
  public Optional<EpochKey> now() {
    return apart ? Optional.empty() : Optional.ofNullable(keys.get(day(clock.instant())));
  }

  @Override
  public void tick() {
    Instant now = clock.instant();
    expire(now);
    if (!closed && isTime(now) && looking.compareAndSet(false, true)) {
      background.execute(this::look);
    }
  }

  private boolean isTime(Instant now) {
    return !keys.containsKey(day(now)) || now.isBefore(looked) || !now.isBefore(looked.plus(LOOK));
  }

  private void look() {
    Instant now = clock.instant();
    try {
      looked = now;
      apart = Duration.between(store.now(), now).abs().compareTo(CLOCKS_APART) > 0;
      if (apart) {
        report("the clock is more than five minutes off the database's");
        return;
      }
      prepare(day(now));
      prepare(day(now.plus(AHEAD)));
      LocalDate first = day(now.minus(GRACE));
      store.deleteBefore(first);
      wrapping.destroyBefore(first);
      reported = reported && !keys.containsKey(day(now));
    } catch (SQLException e) {
      report("the database says " + e.getSQLState());
    } catch (RuntimeException e) {
      report(e.getClass().getSimpleName());
    } finally {
      looking.set(false);
    }
  }

  private void report(String why) {
    if (!reported) {
      reported = true;
      LOG.log(
          Level.WARNING, "Keys of the traffic log cannot be shared, so that none is new: {0}", why);
    }
  }

  private void prepare(LocalDate day) throws SQLException {
    if (!keys.containsKey(day)) {
      Optional<byte[]> found = store.find(day);
      byte[] wrapped = found.isPresent() ? found.get() : put(day);
      Optional<byte[]> secret = wrapping.unwrap(day, wrapped);
      if (secret.isEmpty()) {
        report("what is there of " + day + " was wrapped under another key");
        return;
      }
      EpochKey key = new EpochKey(day, secret.get(), site);
      keys.put(day, key);
      journal.note(Event.CREATED, key.epoch(), clock.instant());
      if (closed) {
        destroy(day, key);
      }
    }
  }

  /** Ours or, if another node was faster, its. */
  private byte[] put(LocalDate day) throws SQLException {
    byte[] secret = new byte[KEY];
    RANDOM.nextBytes(secret);
    byte[] wrapped =
        wrapping.wrap(day, secret).orElseThrow(() -> new SQLException("no key to wrap it under"));
    Arrays.fill(secret, (byte) 0);
    store.putIfAbsent(day, wrapped);
    return store.find(day).orElse(wrapped);
  }

  /** A clock that has jumped back ends keys of days to come. */
  private void expire(Instant now) {
    keys.forEach(
        (day, key) -> {
          boolean ahead = day.isAfter(day(now.plus(AHEAD)));
          if (ahead || !now.isBefore(EpochKeys.end(day))) {
            destroy(day, key);
          }
        });
  }

  private void destroy(LocalDate day, EpochKey key) {
    if (keys.remove(day, key)) {
      key.destroy();
      journal.note(Event.DESTROYED, key.epoch(), clock.instant());
    }
  }

  @Override
  public void close() {
    closed = true;
    keys.forEach(this::destroy);
  }
}
