package io.github.consentgateway.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A log in files, of an hour or 64 MiB each, that one thread writes. Requests never wait for it:
 * what does not fit into the queue is counted, and the log says how much is missing. Thread-safe.
 */
final class SegmentLog implements TrafficLog {

  /** Lines are so alike that the quickest way packs them well. */
  private static final class QuickGzip extends GZIPOutputStream {

    QuickGzip(OutputStream out) throws IOException {
      super(out, PIECE);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static final int PIECE = 65_536;
  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final int QUEUE = 8_192;
  private static final int TOGETHER = 64;
  private static final long LARGEST = 64L << 20;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int WRITER = 4;

  private final Path directory;
  private final String site;
  private final SegmentSigner signer;
  private final Clock clock;
  private final BlockingQueue<TrafficEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong missing = new AtomicLong();
  private final Thread thread;
  private volatile boolean open = true;
  private @Nullable Segment segment;
  private String writer = random();
  private LineChain end = LineChain.BEGUN;
  private int number;
  private long sequence;
  private boolean reported;
  private long notBefore = System.nanoTime();

  SegmentLog(Path directory, String site, SegmentSigner signer, Clock clock) {
    this.directory = directory;
    this.site = site;
    this.signer = signer;
    this.clock = clock;
    this.thread = new Thread(this::run, "consent-traffic");
    thread.setDaemon(true);
    thread.start();
  }

  private static String random() {
    byte[] name = new byte[WRITER];
    new SecureRandom().nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  @Override
  public void record(TrafficEvent event) {
    if (!open || !queue.offer(event)) {
      missing.incrementAndGet();
    }
  }

  private void run() {
    while (open || !queue.isEmpty()) {
      List<TrafficEvent> batch = next();
      try {
        write(batch);
      } catch (IOException | RuntimeException | Error e) {
        // Nobody else writes: this thread goes on, whatever it was.
        failed(batch, e);
      }
    }
    end();
  }

  /**
   * What has come in, some at once: to be woken for each would cost a request more than all else.
   */
  private List<TrafficEvent> next() {
    List<TrafficEvent> batch = new ArrayList<>();
    if (queue.drainTo(batch, TOGETHER) == 0 && open) {
      LockSupport.parkNanos(this, TICK.toNanos());
      // Only close() wakes it; an interruption, which nobody has a reason for, must not keep it up.
      Thread.interrupted();
      queue.drainTo(batch, TOGETHER);
    }
    return batch;
  }

  private void write(List<TrafficEvent> batch) throws IOException {
    if (batch.isEmpty() && missing.get() == 0) {
      rollIfDue();
      return;
    }
    if (System.nanoTime() - notBefore < 0) {
      missing.addAndGet(batch.size());
      batch.clear();
      return;
    }
    rollIfDue();
    Segment into = segment();
    long lost = missing.get();
    if (lost > 0) {
      into.writeGap(now(), lost);
    }
    long next = sequence;
    for (TrafficEvent event : batch) {
      into.write(event, next++);
    }
    into.flush();
    // Only now: what is not in the file is still missing, and no number is used up.
    missing.addAndGet(-lost);
    sequence = next;
    reported = false;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Segment segment() throws IOException {
    Segment known = segment;
    if (known == null) {
      known = Segment.begin(directory, new SegmentName(now(), writer, number), site, end);
      segment = known;
      number++;
    }
    return known;
  }

  private void rollIfDue() throws IOException {
    Segment known = segment;
    if (known != null && isOver(known)) {
      roll(known);
    }
  }

  private boolean isOver(Segment known) {
    Instant hour = known.name().begun().truncatedTo(ChronoUnit.HOURS);
    return known.octets() >= LARGEST || !now().truncatedTo(ChronoUnit.HOURS).equals(hour);
  }

  private void roll(Segment known) throws IOException {
    known.end(signer);
    end = known.chain();
    segment = null;
    known.close();
    try {
      pack(known.name());
    } catch (IOException e) {
      // It stays as it is, larger but whole: nothing of it is lost.
      Files.deleteIfExists(known.name().draftIn(directory));
    }
  }

  /** The packed file appears whole, and then the other goes. */
  private void pack(SegmentName name) throws IOException {
    Path draft = name.draftIn(directory);
    Files.deleteIfExists(draft);
    try (InputStream in = Files.newInputStream(name.in(directory));
        OutputStream out = new QuickGzip(Segment.create(draft))) {
      in.transferTo(out);
    }
    Files.move(draft, name.packedIn(directory), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(name.in(directory));
  }

  /** A log that cannot be written is no reason to stop: it goes on later, in another segment. */
  private void failed(List<TrafficEvent> batch, Throwable failure) {
    missing.addAndGet(batch.size());
    notBefore = System.nanoTime() + PAUSE.toNanos();
    Segment broken = segment;
    segment = null;
    if (broken != null) {
      abandon(broken);
    }
    if (!reported) {
      reported = true;
      LOG.log(
          Level.WARNING,
          "The traffic log cannot be written ({0}); events are counted until it can",
          failure.getClass().getName());
    }
  }

  /** Leaves whole lines, which the segment after it follows on. */
  private void abandon(Segment broken) {
    try (broken) {
      Optional<LineChain> left = broken.cut();
      if (left.isPresent()) {
        end = left.get();
      } else {
        Files.delete(broken.name().in(directory));
        number--;
      }
    } catch (IOException e) {
      // What is in it now is not known: nothing can follow on it.
      writer = random();
      number = 0;
      end = LineChain.BEGUN;
    }
  }

  /** Tells what is missing, if there is room for it by now, and signs. */
  private void end() {
    notBefore = System.nanoTime();
    try {
      write(List.of());
      Segment known = segment;
      if (known != null) {
        roll(known);
      }
    } catch (IOException | RuntimeException e) {
      failed(List.of(), e);
      LOG.log(Level.WARNING, "The end of the traffic log could not be signed");
    }
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
