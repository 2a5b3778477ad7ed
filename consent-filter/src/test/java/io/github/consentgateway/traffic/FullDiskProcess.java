package io.github.consentgateway.traffic;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A process that writes a traffic log where a file may become so long and no longer, and says how
 * many events it has recorded and how long the slowest of them took.
 */
final class FullDiskProcess {

  private static final int TOGETHER = 100;
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private FullDiskProcess() {}

  /** The directory of the log, and the file of its keys. */
  public static void main(String... arguments) throws InterruptedException {
    Path directory = Path.of(arguments[0]);
    SegmentSigner signer = SampleTraffic.signer(Path.of(arguments[1]));
    TrafficSegments segments = new TrafficSegments(directory, signer);
    Clock clock = Clock.systemUTC();
    long recorded = 0;
    long slowest = 0;
    long end = System.nanoTime() + LONGEST.toNanos();
    try (TrafficLog log = segments.open("www.example.fr", clock)) {
      while (!isOver(segments) && System.nanoTime() < end) {
        for (int i = 0; i < TOGETHER; i++) {
          long begun = System.nanoTime();
          log.record(SampleTraffic.event(clock.instant()));
          slowest = Math.max(slowest, System.nanoTime() - begun);
          recorded++;
        }
        Thread.sleep(20);
      }
    }
    System.out.println("recorded " + recorded + " slowest " + slowest);
  }

  /** It failed, and went on in another segment, where the gap is. */
  private static boolean isOver(TrafficSegments segments) {
    TrafficSegments.Verification found = segments.verify(LocalDate.EPOCH);
    return found.segments() > 1 && found.missing() > 0;
  }
}
