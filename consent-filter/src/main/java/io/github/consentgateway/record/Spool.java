package io.github.consentgateway.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file (mode 0600) for withdrawals that the database cannot take at present, so that they outlive
 * this process as well. Each line is a sealed record; the file is emptied when the database has all
 * of them. Thread-safe.
 */
final class Spool {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final Set<StandardOpenOption> AT_THE_END =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
  private static final int PARTS = 3;

  private final Optional<Path> file;
  private final RecordSeal seal;
  private int pending;

  Spool(Optional<Path> file, RecordSeal seal) {
    this.file = file;
    this.seal = seal;
  }

  /** Writes down what is owed. */
  synchronized void add(List<Row> rows) {
    pending += rows.size();
    if (file.isPresent()) {
      write(file.get(), rows);
    }
  }

  private static void write(Path file, List<Row> rows) {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      // In front, so that a line that was cut off spoils no other.
      lines
          .append('\n')
          .append(row.period())
          .append(' ')
          .append(row.subject().orElseThrow())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(row.content().bytes()));
    }
    try (SeekableByteChannel out = Files.newByteChannel(file, AT_THE_END, OwnerOnly.of(file))) {
      out.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      LOG.log(
          Level.ERROR, "A withdrawal holds, and is in memory only: {0} cannot be written", file);
    }
  }

  /** The database has them now. */
  synchronized void done(int rows) {
    pending -= rows;
    if (pending == 0 && file.isPresent()) {
      empty(file.get());
    }
  }

  private static void empty(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be deleted; what it holds is kept already", file);
    }
  }

  /**
   * What an earlier process has left, which is owed until it is done; a line that was cut off is
   * not among it.
   */
  synchronized List<ConsentRecord> left() {
    List<ConsentRecord> left = new ArrayList<>();
    if (file.isPresent() && Files.exists(file.get())) {
      try {
        for (String line : Files.readAllLines(file.get(), StandardCharsets.ISO_8859_1)) {
          read(line).ifPresent(left::add);
        }
      } catch (IOException e) {
        throw new LedgerException(file.get() + ": cannot be read; it holds withdrawals", e);
      }
    }
    pending += left.size();
    return left;
  }

  private Optional<ConsentRecord> read(String line) {
    String[] parts = line.split(" ", -1);
    try {
      Content content = Content.of(Base64.getDecoder().decode(parts[PARTS - 1]));
      return Optional.of(RecordText.read(seal.open(Integer.parseInt(parts[0]), parts[1], content)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
