package io.github.consentgateway.benchmarks;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.Exchange;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the traffic log adds to an exchange on the thread of the request: {@code noted} less {@code
 * unnoted}. The log itself takes the event and does nothing.
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
public class TrafficBenchmark {

  private static final int ADDRESSES = 1024;

  private final ConsentGateway without = BenchSite.gateway();
  private final ConsentGateway with = BenchSite.builder().traffic(new Counting()).build();
  private final String[] addresses = new String[ADDRESSES];
  private long events;
  private int next;

  /** Addresses of some networks. */
  public TrafficBenchmark() {
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = "203.0." + (i & 127) + "." + (i >> 3);
    }
  }

  /** A page that comes from another page of the site, as browsers ask for it. */
  private static final class PageHead extends TrivialHead {

    private static final List<String> AGENT =
        List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/142.0.0.0 Safari/537.36");
    private static final List<String> BRANDS =
        List.of("\"Chromium\";v=\"142\", \"Google Chrome\";v=\"142\", \"Not_A Brand\";v=\"99\"");
    private static final List<String> MOBILE = List.of("?0");
    private static final List<String> REFERRER = List.of("https://www.example.fr/catalogue?page=3");

    private final String client;

    PageHead(String client) {
      super("");
      this.client = client;
    }

    @Override
    public List<String> fields(String name) {
      return switch (name) {
        case "User-Agent" -> AGENT;
        case "Sec-CH-UA" -> BRANDS;
        case "Sec-CH-UA-Mobile" -> MOBILE;
        case "Referer" -> REFERRER;
        default -> List.of();
      };
    }

    @Override
    public Optional<String> route() {
      return Optional.of("/catalogue/*");
    }

    @Override
    public String client() {
      return client;
    }
  }

  private final class Counting implements TrafficLog {
    @Override
    public void record(TrafficEvent event) {
      events++;
    }

    @Override
    public void close() {}
  }

  /** An exchange without a log. */
  @Benchmark
  public Object unnoted() {
    return exchange(without);
  }

  /** The same, noted. */
  @Benchmark
  public Object noted() {
    return exchange(with);
  }

  private Exchange exchange(ConsentGateway gateway) {
    PageHead head = new PageHead(addresses[next++ & (ADDRESSES - 1)]);
    Exchange exchange = gateway.begin(head, head);
    exchange.finish(200, OptionalLong.of(48_151), Optional.<Duration>empty());
    return exchange;
  }

  /** Ends the watch over files. */
  @TearDown
  public void close() {
    without.close();
    with.close();
  }
}
