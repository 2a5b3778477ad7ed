package io.github.consentgateway.benchmarks;

import io.github.consentgateway.cookie.CookieHeader;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.http.CookieParser;
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
 * Twenty cookies of a request, judged name by name. Subtract {@code freshText}.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="CookieHeaderBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class CookieHeaderBenchmark {

  private final Visitors visitors = new Visitors();
  private final ConsentPolicy policy = BenchSite.policy();
  private final Consent all = policy.standing(visitors.accepted());
  private final Consent half = policy.standing(visitors.refused());
  private final FreshTexts headers = new FreshTexts(visitors.headers(1024, Visitors.all()));

  /** The cost of the header string itself. */
  @Benchmark
  public String freshText() {
    return headers.next();
  }

  /** All twenty are visible. */
  @Benchmark
  public int allVisible() {
    return visible(headers.next(), all);
  }

  /** Ten of twenty are hidden. */
  @Benchmark
  public int halfHidden() {
    return visible(headers.next(), half);
  }

  /** The header that the application sees, all of it. */
  @Benchmark
  public String keepAll() {
    return kept(headers.next(), all);
  }

  /** The header that the application sees, written anew with ten of twenty. */
  @Benchmark
  public String keepHalf() {
    return kept(headers.next(), half);
  }

  /** Yardstick: Jetty's parser, given the same header. */
  @Benchmark
  public int yardstickJetty() {
    int[] count = {0};
    parser((name, value, version, domain, path, comment) -> count[0]++)
        .parseFields(List.of(headers.next()));
    return count[0];
  }

  private static CookieParser parser(CookieParser.Handler handler) {
    return CookieParser.newParser(handler, CookieCompliance.RFC6265, null);
  }

  private int visible(String header, Consent consent) {
    int[] count = {0};
    new CookieHeader(header)
        .visit(
            (text, nameFrom, nameTo, valueFrom, valueTo) -> {
              count[0] += policy.mayRead(text, nameFrom, nameTo, consent) ? 1 : 0;
              return true;
            });
    return count[0];
  }

  private String kept(String header, Consent consent) {
    return new CookieHeader(header)
        .keep((text, from, to) -> policy.mayRead(text, from, to, consent))
        .text();
  }
}
