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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of 160 KB on its way through the gate. The score is in octets per microsecond, that is in
 * MB/s.
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
      "<section>…</section>".getBytes(StandardCharsets.US_ASCII);

  private final byte[] page = SamplePage.octets();
  private final Insertions insertions = (place, language) -> INSERTION;
  private final CountingOutput output = new CountingOutput();

  /** In one piece, read up to the end of the body. */
  @Benchmark
  @OperationsPerInvocation(SamplePage.LENGTH)
  public long whole() throws IOException {
    MarkupGate gate = new MarkupGate(Placement.BODY, insertions, output);
    gate.write(page, 0, page.length);
    gate.finish();
    return output.octets;
  }

  /** In pieces of 8 KiB, as containers hand them on. */
  @Benchmark
  @OperationsPerInvocation(SamplePage.LENGTH)
  public long pieces() throws IOException {
    MarkupGate gate = new MarkupGate(Placement.BODY, insertions, output);
    for (int from = 0; from < page.length; from += CHUNK) {
      gate.write(page, from, Math.min(from + CHUNK, page.length));
    }
    gate.finish();
    return output.octets;
  }

  /** Yardstick: jsoup's parser, given the same page. */
  @Benchmark
  @OperationsPerInvocation(SamplePage.LENGTH)
  public Document yardstickJsoup() throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(page), "UTF-8", "https://www.example.fr/");
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
