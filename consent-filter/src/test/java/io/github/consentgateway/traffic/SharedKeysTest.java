package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The keys that several nodes have in common. */
@DisplayName(
    "TL-05, log tests 32-36, 38, 39: shared keys, one for all nodes, and none when in doubt")
class SharedKeysTest {

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final ClientAddress CLIENT = ClientAddress.of("203.0.113.9").orElseThrow();

  @TempDir private Path directory;

  private final SettableClock clock = new SettableClock(NOON);
  private final SettableClock storeClock = new SettableClock(NOON);
  private final List<String> noted = new ArrayList<>();
  private boolean away;

  /** A database whose time is the test's, and which can be away. */
  private final class Store implements EpochKeyStore {
    private final EpochKeyStore kept;

    Store(DataSource source) {
      this.kept = new JdbcKeyStore(source);
    }

    private EpochKeyStore there() throws SQLException {
      if (away) {
        throw new SQLException("away", "08006");
      }
      return kept;
    }

    @Override
    public Instant now() throws SQLException {
      there();
      return storeClock.instant();
    }

    @Override
    public Optional<byte[]> find(LocalDate day) throws SQLException {
      return there().find(day);
    }

    @Override
    public void putIfAbsent(LocalDate day, byte[] wrapped) throws SQLException {
      there().putIfAbsent(day, wrapped);
    }

    @Override
    public void deleteBefore(LocalDate day) throws SQLException {
      there().deleteBefore(day);
    }
  }

  private DataSource sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(10_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + directory.resolve("keys.db"));
    return source;
  }

  private SharedKeys node(EpochKeyStore store, KeyWrapping wrapping) {
    KeyJournal journal = (event, epoch, at) -> noted.add(event + " " + epoch);
    return new SharedKeys("a.example", store, wrapping, journal, Runnable::run, clock);
  }

  private static String client(SharedKeys keys) {
    return keys.now().flatMap(key -> key.client(CLIENT)).map(Pseudonym::text).orElse("none");
  }

  private void at(Instant now) {
    clock.set(now);
    storeClock.set(now);
  }

  @Test
  @DisplayName(
      "a client has one pseudonym on all nodes, another on the next day, which is there at midnight")
  void nodesAgree() {
    Store store = new Store(sqlite());
    MaskedKeys months = new MaskedKeys();
    SharedKeys one = node(store, months);
    SharedKeys other = node(store, months);
    String today = client(one);
    assertNotEquals("none", today);
    assertEquals(today, client(other));

    at(Instant.parse("2026-11-30T23:00:00Z"));
    one.tick();
    other.tick();
    assertEquals(today, client(one));
    away = true;
    at(Instant.parse("2026-12-01T00:00:00Z"));
    String tomorrow = client(one);
    assertNotEquals("none", tomorrow);
    assertNotEquals(today, tomorrow);
    assertEquals(tomorrow, client(other));
  }

  @Test
  @DisplayName(
      "log tests 33, 40: ten minutes after its day a key is gone, here and in the database")
  void keysAreDestroyed() throws SQLException {
    Store store = new Store(sqlite());
    SharedKeys keys = node(store, new MaskedKeys());
    EpochKey key = keys.now().orElseThrow();
    at(Instant.parse("2026-12-01T00:09:59Z"));
    keys.tick();
    assertTrue(key.client(CLIENT).isPresent(), "a request of before midnight is still under way");
    assertTrue(store.find(LocalDate.of(2026, 11, 30)).isPresent());
    at(Instant.parse("2026-12-01T00:11:00Z"));
    keys.tick();
    assertTrue(key.client(CLIENT).isEmpty());
    assertTrue(store.find(LocalDate.of(2026, 11, 30)).isEmpty());
    assertEquals(
        List.of("CREATED " + key.epoch(), "DESTROYED " + key.epoch()),
        noted.stream().filter(line -> line.contains("2026-11-30")).toList());
    assertTrue(keys.now().isPresent(), "the next one");
    keys.close();
    assertTrue(keys.now().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"PT5M, true", "PT5M1S, false", "-PT5M, true", "-PT5M1S, false", "PT24H, false"})
  @DisplayName("log test 34: a node more than five minutes off the database's time makes none")
  void clocksMustAgree(Duration ahead, boolean agrees) {
    storeClock.set(NOON);
    clock.set(NOON.plus(ahead));
    SharedKeys keys = node(new Store(sqlite()), new MaskedKeys());

    assertEquals(agrees, keys.now().isPresent());
    at(NOON.plus(Duration.ofMinutes(2)));
    keys.tick();
    assertTrue(keys.now().isPresent(), "until it is right again");
  }

  @Test
  @DisplayName("log test 20: without the database there is no new key, and no weaker one")
  void storeMayBeAway() {
    away = true;
    SharedKeys keys = node(new Store(sqlite()), new MaskedKeys());
    assertEquals("none", client(keys));
    away = false;
    keys.tick();
    String today = client(keys);
    assertNotEquals("none", today);
    away = true;
    at(NOON.plus(Duration.ofHours(2)));
    keys.tick();
    assertEquals(today, client(keys), "what is there serves on");
    at(NOON.plus(Duration.ofDays(1)));
    keys.tick();
    assertEquals("none", client(keys));
  }

  @Test
  @DisplayName(
      "log test 39: an old copy of the database, brought back when its month's key is gone, is refused")
  void oldCopiesAreRefused() throws SQLException {
    Store store = new Store(sqlite());
    MaskedKeys months = new MaskedKeys();
    node(store, months).close();
    LocalDate day = LocalDate.of(2026, 11, 30);
    byte[] copy = store.find(day).orElseThrow();
    at(Instant.parse("2026-12-01T00:30:00Z"));
    SharedKeys keys = node(store, months);
    assertTrue(keys.now().isPresent());
    keys.close();

    store.putIfAbsent(day, copy);
    assertTrue(months.unwrap(day, copy).isEmpty(), "with all that is left");
    at(NOON);
    assertTrue(node(store, months).now().isEmpty());
  }

  @Test
  @DisplayName("log test 38: the key itself is on no disk, before or after")
  void keyIsNotOnTheDisk() throws IOException, SQLException {
    Store store = new Store(sqlite());
    MaskedKeys months = new MaskedKeys();
    SharedKeys keys = node(store, months);
    byte[] wrapped = store.find(LocalDate.of(2026, 11, 30)).orElseThrow();
    byte[] secret = months.wrapped().get(0);
    assertFalse(isOnTheDisk(secret));
    assertTrue(isOnTheDisk(wrapped), "positive control: the search finds what is there");

    at(Instant.parse("2026-12-01T00:30:00Z"));
    keys.tick();
    assertFalse(isOnTheDisk(secret));
  }

  private boolean isOnTheDisk(byte[] wanted) throws IOException {
    String text = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
