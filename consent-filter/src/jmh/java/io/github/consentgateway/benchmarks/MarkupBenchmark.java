package io.github.consentgateway.benchmarks;

import io.github.consentgateway.markup.Insertions;
import io.github.consentgateway.markup.MarkupGate;
import io.github.consentgateway.markup.Placement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * A page of 160 KB on its way through the gate, read up to the end of its body. The score is in
 * pages per microsecond; beside it stands how many octets that makes, that is MB/s.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="MarkupBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class MarkupBenchmark {

  private static final int CHUNK = 8 * 1024;
  private static final byte[] INSERTION =
      "<section>Yes or no?</section>".getBytes(StandardCharsets.US_ASCII);

  private final byte[] page = SamplePage.octets();
  private final Insertions insertions = (place, language) -> INSERTION;
  private final CountingOutput output = new CountingOutput();

  /** In one piece. */
  @Benchmark
  public long whole(Passed passed) throws IOException {
    passed.octets += page.length;
    MarkupGate gate = new MarkupGate(Placement.BODY, Placement.MARKER, insertions, output);
    gate.write(page, 0, page.length);
    gate.finish();
    return output.octets;
  }

  /** In pieces of 8 KiB, as containers hand them on. */
  @Benchmark
  public long pieces(Passed passed) throws IOException {
    passed.octets += page.length;
    MarkupGate gate = new MarkupGate(Placement.BODY, Placement.MARKER, insertions, output);
    for (int from = 0; from < page.length; from += CHUNK) {
      gate.write(page, from, Math.min(from + CHUNK, page.length));
    }
    gate.finish();
    return output.octets;
  }

  /** Yardstick: jsoup's parser, given the same page. */
  @Benchmark
  public Document yardstickJsoup(Passed passed) throws IOException {
    passed.octets += page.length;
    return Jsoup.parse(new ByteArrayInputStream(page), "UTF-8", "https://www.example.fr/");
  }

  /** What has passed. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Passed {
    /** How much of it. */
    public long octets;
  }

  /** Looks at as little as a socket does. */
  private static final class CountingOutput extends OutputStream {
    private long octets;

    @Override
    public void write(int octet) {
      octets++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      this.octets += length;
    }
  }
}
