package io.github.consentgateway.benchmarks;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.Exchange;
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
 * The gate's own work on one exchange: find the token, decide, judge three cookies that the
 * application sets, show it the three of the request. The heads are trivial; what a container adds
 * to that is measured by {@link io.github.consentgateway.benchmarks.server.ServerCost}. Subtract
 * {@code freshText}, which stands for the strings that the application and the container make.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="ExchangeBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class ExchangeBenchmark {

  private static final int VISITORS = 1024;
  private static final List<String> ESSENTIAL_THREE = List.of("session_id", "lang", "theme");
  private static final List<String> THREE = List.of("session_id", "visits", "chat_visitor");
  private static final List<String> SET =
      List.of(
          "session_id=c2Vzc2lvbi1vZi1vbmU; Path=/; Secure; HttpOnly; SameSite=Lax",
          "visits=v1.48151623.1732233600; Path=/; Max-Age=7776000; Secure; SameSite=Lax",
          "recent_products=4711.815.42; Path=/; Max-Age=7776000; Secure");

  private final Visitors visitors = new Visitors();
  private final ConsentGateway gateway = BenchSite.gateway();
  private final FreshTexts undecided = new FreshTexts(visitors.headers(VISITORS, ESSENTIAL_THREE));
  private final FreshTexts consented =
      returning(visitors.consented(visitors.headers(VISITORS, THREE)));
  private final FreshTexts denied =
      returning(visitors.denied(visitors.headers(VISITORS, ESSENTIAL_THREE)));
  private final FreshTexts session = new FreshTexts(List.of(SET.get(0)));
  private final FreshTexts visits = new FreshTexts(List.of(SET.get(1)));
  private final FreshTexts products = new FreshTexts(List.of(SET.get(2)));

  private FreshTexts returning(List<String> headers) {
    return new FreshTexts(visitors.returning(headers, SET));
  }

  /** The cost of the four strings and the heads. */
  @Benchmark
  public int freshText() {
    TrivialHead head = new TrivialHead(consented.next());
    return head.added().size()
        + head.fields("Cookie").size()
        + session.next().length()
        + visits.next().length()
        + products.next().length();
  }

  /** A first visit: one cookie leaves, two are dropped. */
  @Benchmark
  public int undecided() {
    return exchange(undecided.next());
  }

  /** After a yes: all three leave, and their first day is known. */
  @Benchmark
  public int consented() {
    return exchange(consented.next());
  }

  /** After a no: one leaves, two are dropped. */
  @Benchmark
  public int denied() {
    return exchange(denied.next());
  }

  private int exchange(String cookies) {
    TrivialHead head = new TrivialHead(cookies);
    Exchange exchange = gateway.begin(head, head);
    int[] seen = {0};
    exchange.visitCookies(
        (text, nameFrom, nameTo, valueFrom, valueTo) -> {
          seen[0] += valueTo;
          return true;
        });
    return seen[0]
        + sent(exchange, session.next())
        + sent(exchange, visits.next())
        + sent(exchange, products.next())
        + head.added().size();
  }

  private static int sent(Exchange exchange, String field) {
    return exchange.add("Set-Cookie", field).map(String::length).orElse(0);
  }

  /** Ends the watch over files. */
  @TearDown
  public void close() {
    gateway.close();
  }
}
