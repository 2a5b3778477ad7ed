package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TL-17: a queue that is full keeps nobody waiting, and all that is lost is counted")
class FullQueueTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
  private static final int QUEUE = 8_192;

  /** Far more than what an offer takes, far less than what a blocked one would. */
  private static final Duration NO_TIME = Duration.ofSeconds(2);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:20:30Z"));
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);

  @TempDir private Path directory;

  /** Keeps whoever wants a signature waiting, which is the thread that writes. */
  private final class HeldUp implements SegmentSigner {
    @Override
    public String sign(String payload) {
      asked.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return SampleTraffic.SIGNER.sign(payload);
    }

    @Override
    public Optional<String> verified(String jws) {
      return SampleTraffic.SIGNER.verified(jws);
    }
  }

  private TrafficSegments segments() {
    return new TrafficSegments(directory, new HeldUp());
  }

  private void record(TrafficLog log, int events) {
    for (int i = 0; i < events; i++) {
      log.record(SampleTraffic.event(clock.instant()));
    }
  }

  @Test
  @DisplayName(
      "the writer is held up: what fits waits, the rest is a gap record, to the last event")
  void whatDoesNotFitIsCounted() throws Exception {
    int before = 100;
    int during = QUEUE + 5_000;
    int after = 50;
    try (TrafficLog log = segments().open("www.example.fr", clock)) {
      record(log, before);
      Await.until(() -> segments().verify(LONG_AGO).events() == before);
      clock.advance(Duration.ofHours(1));
      asked.await();

      long begun = System.nanoTime();
      record(log, during);
      long took = System.nanoTime() - begun;
      assertEquals(1, answers.getCount(), "the writer is still held up");
      assertTrue(took < NO_TIME.toNanos(), "recorded in ns: " + took);

      answers.countDown();
      Await.until(() -> segments().verify(LONG_AGO).missing() > 0);
      Await.until(() -> segments().verify(LONG_AGO).events() == before + QUEUE);
      record(log, after);
    }
    assertEquals(
        new TrafficSegments.Verification(
            2, before + QUEUE + after, during - QUEUE, 0, Optional.empty()),
        segments().verify(LONG_AGO));
    List<Long> sequence = new ArrayList<>();
    segments().forEach(event -> sequence.add(event.path("event.sequence").asLong(-1)));
    for (int i = 0; i < sequence.size(); i++) {
      assertEquals(i, sequence.get(i), "no number is left out");
    }
  }
}
