package io.github.consentgateway.benchmarks;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.FirstDeposits;
import io.github.consentgateway.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.SetCookieParser;
import org.eclipse.jetty.server.HttpCookieUtils;
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
 * A {@code Set-Cookie} field from its text over the verdict to the text that leaves. Subtract
 * {@code freshText}.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="SetCookieBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class SetCookieBenchmark {

  private final ConsentPolicy policy = BenchSite.policy();
  private final Consent consent = policy.standing(new Visitors().accepted());
  private final FirstDeposits deposits = FirstDeposits.none();
  private final Instant now = Instant.now();
  private final SetCookieParser jetty = SetCookieParser.newInstance();
  private final FreshTexts days = texts("; Path=/; Max-Age=7776000; Secure; SameSite=Lax");
  private final FreshTexts years = texts("; Path=/; Max-Age=63072000; Secure; SameSite=Lax");
  private final FreshTexts session = texts("; Path=/; Secure; HttpOnly; SameSite=Lax");

  private static FreshTexts texts(String attributes) {
    return new FreshTexts(
        IntStream.range(0, 256)
            .mapToObj(i -> "visits=v1.%08d.1732233600".formatted(i * 7919) + attributes)
            .toList());
  }

  /** The cost of the field string itself. */
  @Benchmark
  public String freshText() {
    return days.next();
  }

  /** A cookie that may leave as it is: 90 days of the 390 declared. */
  @Benchmark
  public String unchanged() {
    return judged(days.next());
  }

  /** A session cookie that may leave as it is. */
  @Benchmark
  public String unchangedSession() {
    return judged(session.next());
  }

  /** A cookie that asks for two years. */
  @Benchmark
  public String shortened() {
    return judged(years.next());
  }

  /** A cookie for which there is no consent. */
  @Benchmark
  public Verdict dropped() {
    return policy.judge(SetCookie.parse(days.next()), Consent.undecided(), deposits, now);
  }

  /** Yardstick: Jetty's parser alone. */
  @Benchmark
  public HttpCookie yardstickJettyParse() {
    return jetty.parse(days.next());
  }

  /** Yardstick: Jetty's parser and its way back to text. */
  @Benchmark
  public String yardstickJettyParseAndWrite() {
    return HttpCookieUtils.getRFC6265SetCookie(jetty.parse(days.next()));
  }

  /** Yardstick: the parser of the JDK. */
  @Benchmark
  public List<java.net.HttpCookie> yardstickJdkParse() {
    return java.net.HttpCookie.parse(days.next());
  }

  private String judged(String field) {
    Verdict verdict = policy.judge(SetCookie.parse(field), consent, deposits, now);
    if (verdict instanceof Verdict.Allow allow) {
      return allow.cookie().text();
    }
    return verdict instanceof Verdict.Shorten shorten ? shorten.cookie().text() : "";
  }
}
