package io.github.consentgateway.traffic;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is done to a request before it is logged, part by part: read its address, make a pseudonym
 * of it, find its browser.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="Traffic -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class TrafficPartsBenchmark {

  private static final int MASK = 1023;

  private final String[] literals = new String[MASK + 1];
  private final ClientAddress[] addresses = new ClientAddress[MASK + 1];
  private final EpochKey key = new EpochKey(LocalDate.of(2026, 11, 27), new byte[32], "example.fr");
  private final Optional<String>[] agents = agents();
  private int next;

  /** Some of both families. */
  public TrafficPartsBenchmark() {
    for (int i = 0; i <= MASK; i++) {
      literals[i] =
          i % 3 == 0
              ? "2001:db8:" + Integer.toHexString(i) + "::42:" + Integer.toHexString(i)
              : "203.0." + (i & 127) + "." + (i >> 3);
      addresses[i] = ClientAddress.of(literals[i]).orElseThrow();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Optional<String>[] agents() {
    return new Optional[] {
      Optional.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/142.0.0.0 Safari/537.36"),
      Optional.of("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
      Optional.of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1"),
      Optional.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
    };
  }

  /** From the text of an address to the address. */
  @Benchmark
  public Object address() {
    return ClientAddress.of(literals[next++ & MASK]);
  }

  /** From an address to its pseudonym. */
  @Benchmark
  public Object pseudonym() {
    return key.client(addresses[next++ & MASK]);
  }

  /** From the field to the browser. */
  @Benchmark
  public Object browser() {
    Optional<String> agent = agents[next++ & 3];
    return Browser.of(name -> name.equals("User-Agent") ? agent : Optional.empty());
  }
}
