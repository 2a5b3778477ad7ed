package io.github.consentgateway.traffic;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** The key journal as a file (mode 0600), one JSON object a line. Thread-safe. */
record KeyJournalFile(Path file) implements KeyJournal {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final Set<StandardOpenOption> AT_THE_END =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);

  @Override
  public synchronized void note(Event event, String epoch, Instant at) {
    String line =
        "{\"@timestamp\":\"%s\",\"event.action\":\"key.%s\",\"epoch\":\"%s\"}\n"
            .formatted(
                at.truncatedTo(ChronoUnit.SECONDS), event.name().toLowerCase(Locale.ROOT), epoch);
    try (FileChannel out = FileChannel.open(file, AT_THE_END, Segment.ownerOnly(file))) {
      out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What became of the key of {0} cannot be noted", epoch);
    }
  }
}
