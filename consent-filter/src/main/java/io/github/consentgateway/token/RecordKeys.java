package io.github.consentgateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that consent records are sealed with, a month each: every key is made of the one of the
 * month before by a function that has no way back. The file therefore holds one key, that of the
 * earliest month, and to move it on destroys the past for ever. Same custody as {@link KeyFile};
 * created (mode 0600) when absent. Thread-safe.
 *
 * <p>Copies of the file undo that: keep one at most, apart from the copies of the database, and
 * replace it often.
 */
public final class RecordKeys {

  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<PrivateFile> file;
  private volatile MonthKeys months;

  private RecordKeys(Optional<PrivateFile> file, MonthKey first) {
    this.file = file;
    this.months = new MonthKeys(first);
  }

  /**
   * Opens the file, creating it and its directory if absent.
   *
   * @param clock tells the month that new keys begin with: the one before this
   * @throws KeyFileException if the file cannot be used, with all its problems
   */
  public static RecordKeys open(Path path, Clock clock) {
    PrivateFile file = new PrivateFile(path);
    try {
      if (!Files.exists(path)) {
        file.createIfAbsent(json(random(clock)));
      }
      return new RecordKeys(Optional.of(file), load(file));
    } catch (IOException e) {
      throw new KeyFileException(List.of(path + ": cannot be used; a readable file is required"));
    }
  }

  /** Keys that live as long as this process. For tests and trials. */
  public static RecordKeys passing(Clock clock) {
    return new RecordKeys(Optional.empty(), random(clock));
  }

  private static MonthKey random(Clock clock) {
    // Clocks that differ a little may see the turn of a month one after the other.
    return MonthKey.random(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(1));
  }

  private static MonthKey load(PrivateFile file) throws IOException {
    List<String> problems = new ArrayList<>();
    Optional<MonthKey> read = read(file.read(problems), problems);
    if (!problems.isEmpty()) {
      throw new KeyFileException(problems.stream().map(p -> file.path() + ": " + p).toList());
    }
    return read.orElseThrow();
  }

  private static Optional<MonthKey> read(byte[] text, List<String> problems) {
    try {
      JsonNode node = JSON.readTree(new String(text, StandardCharsets.UTF_8));
      YearMonth month = YearMonth.parse(node.path("first").asText());
      String key = node.path("k").asText();
      byte[] octets = Base64Url.isCanonical(key) ? Base64.getUrlDecoder().decode(key) : new byte[0];
      if (octets.length == MonthKey.BYTES) {
        return Optional.of(new MonthKey(month, octets));
      }
      problems.add("k: 43 of A-Z a-z 0-9 _ - are required");
    } catch (JsonProcessingException e) {
      problems.add("content: not one complete JSON object");
    } catch (DateTimeException e) {
      problems.add("first: a month such as 2026-11 is required");
    }
    return Optional.empty();
  }

  private static byte[] json(MonthKey key) {
    return JSON.createObjectNode()
        .put("first", key.month().toString())
        .put("k", Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret()))
        .toPrettyString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The earliest month that there is a key for. */
  public YearMonth first() {
    return months.first().month();
  }

  /** What stands for a text in a month: 22 characters; empty if there is no key any more. */
  public Optional<String> tag(YearMonth month, String text) {
    return months.key(month).map(key -> key.tag(text));
  }

  /** Octets that can be read with the key of that month only; empty if there is none any more. */
  public Optional<byte[]> seal(YearMonth month, String tag, byte[] plain) {
    return months.key(month).map(key -> key.seal(tag, plain));
  }

  /** What was sealed in that month under that tag; empty for anything else. */
  public Optional<byte[]> open(YearMonth month, String tag, byte[] sealed) {
    return months.key(month).flatMap(key -> key.open(tag, sealed));
  }

  /**
   * Destroys the keys of all months before this one, in memory and in the file.
   *
   * @throws KeyFileException if the file cannot be used or written; nothing has changed then
   */
  public synchronized void destroyBefore(YearMonth month) {
    try {
      MonthKey first =
          file.isPresent()
              ? file.get().alone(() -> movedFile(file.get(), month))
              : moved(months.first(), month);
      // With all that was made of it; a thread that still makes more does so for itself.
      months = new MonthKeys(first);
    } catch (IOException e) {
      throw new KeyFileException(List.of(this + ": cannot be written"));
    }
  }

  private static MonthKey movedFile(PrivateFile kept, YearMonth month) throws IOException {
    MonthKey first = load(kept);
    MonthKey moved = moved(first, month);
    if (moved != first) {
      kept.replaceForGood(json(moved));
    }
    return moved;
  }

  private static MonthKey moved(MonthKey first, YearMonth month) {
    return new MonthKeys(first).key(month).orElse(first);
  }

  /** Names the file and shows nothing of its key. */
  @Override
  public String toString() {
    return "RecordKeys["
        + file.map(PrivateFile::path).map(Object::toString).orElse("passing")
        + "]";
  }
}
