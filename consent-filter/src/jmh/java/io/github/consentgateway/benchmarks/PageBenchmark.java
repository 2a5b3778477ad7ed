package io.github.consentgateway.benchmarks;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.PageText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * What it costs to carry the question, and the way back to it, in a small page: the exchange, the
 * page's policy, the scanner and the insertions, without the page's own making.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="PageBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class PageBenchmark {

  private static final int VISITORS = 1024;
  private static final byte[] PAGE =
      ("<!doctype html><html lang=en><head><title>t</title></head><body>"
              + "<p class=text>A small page of the shop.</p>".repeat(40)
              + "</body></html>")
          .getBytes(StandardCharsets.UTF_8);

  private final Visitors visitors = new Visitors();
  private final ConsentGateway gateway = BenchSite.gateway();
  private final FreshTexts undecided =
      new FreshTexts(visitors.headers(VISITORS, List.of("session_id")));
  private final FreshTexts decided =
      new FreshTexts(visitors.consented(visitors.headers(VISITORS, List.of("session_id"))));

  /** A visitor who is asked. */
  @Benchmark
  public long asked() throws IOException {
    return page(undecided.next());
  }

  /** A visitor who has decided: only the way back. */
  @Benchmark
  public long decided() throws IOException {
    return page(decided.next());
  }

  private long page(String cookies) throws IOException {
    HtmlHead head = new HtmlHead(cookies);
    Counter out = new Counter();
    PageText text = gateway.begin(head, head).page().text(200, out).orElseThrow();
    text.write(PAGE, 0, PAGE.length);
    text.finish();
    return out.octets;
  }

  /** Ends the watch over files. */
  @TearDown
  public void close() {
    gateway.close();
  }

  /** A response of HTML. */
  private static final class HtmlHead extends TrivialHead {

    HtmlHead(String cookies) {
      super(cookies);
    }

    @Override
    public List<String> fields(String name) {
      return name.equals("Content-Type") ? List.of("text/html;charset=utf-8") : super.fields(name);
    }
  }

  /** Counts what leaves. */
  private static final class Counter extends OutputStream {

    private long octets;

    @Override
    public void write(int octet) {
      octets++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      octets += length;
    }
  }
}
