package io.github.consentgateway.benchmarks;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.token.ConsentTokens;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a {@code Cookie} header to the visitor's standing. Subtract {@code freshText}, or {@code
 * freshTextAmongTwenty}.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests -Djmh.args="TokenBenchmark -prof gc"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class TokenBenchmark {

  private static final int SEEN = 1024;

  /** Well below what the cache holds, so that emptying it in time is all that makes it miss. */
  private static final int UNSEEN = 4096;

  private final Visitors visitors = new Visitors();
  private final ConsentPolicy policy = BenchSite.policy();
  private final JwtParser jjwt =
      Jwts.parser().verifyWith(Keys.hmacShaKeyFor(BenchSite.secret())).build();
  private final FreshTexts seen = new FreshTexts(tokenPairs(SEEN));
  private final FreshTexts seenAmongTwenty =
      new FreshTexts(visitors.consented(visitors.headers(SEEN, Visitors.all())));
  private final FreshTexts unseen = new FreshTexts(tokenPairs(UNSEEN));
  private final FreshTexts forged =
      new FreshTexts(tokenPairs(SEEN).stream().map(TokenBenchmark::tampered).toList());
  private final FreshTexts bare =
      new FreshTexts(tokenPairs(SEEN).stream().map(TokenBenchmark::value).toList());
  private final ConsentTokens warm = BenchSite.tokens();
  private ConsentTokens cold = BenchSite.tokens();

  private List<String> tokenPairs(int count) {
    return visitors.consented(visitors.headers(count, List.of("basket")));
  }

  /** Changes the signature where the form stays good. */
  private static String tampered(String pair) {
    int at = pair.indexOf(';') - 3;
    char other = pair.charAt(at) == 'A' ? 'B' : 'A';
    return pair.substring(0, at) + other + pair.substring(at + 1);
  }

  private static String value(String pair) {
    return pair.substring(pair.indexOf('=') + 1, pair.indexOf(';'));
  }

  /** The cost of the header string itself. */
  @Benchmark
  public String freshText() {
    return seen.next();
  }

  /** The cost of the longer header string itself. */
  @Benchmark
  public String freshTextAmongTwenty() {
    return seenAmongTwenty.next();
  }

  /** A token that was verified before. */
  @Benchmark
  public Consent seen() {
    return warm.read(List.of(seen.next()));
  }

  /** A token that was verified before, in front of twenty cookies. */
  @Benchmark
  public Consent seenAmongTwenty() {
    return warm.read(List.of(seenAmongTwenty.next()));
  }

  /** A token that was not seen before: the cache is emptied before any token comes again. */
  @Benchmark
  public Consent unseen() {
    if (unseen.isAtStart()) {
      cold = cold.under(policy::standing);
    }
    return cold.read(List.of(unseen.next()));
  }

  /** A token of the right form under a signature that is not ours. */
  @Benchmark
  public Consent forged() {
    return warm.read(List.of(forged.next()));
  }

  /** Yardstick: jjwt alone, given the bare token. */
  @Benchmark
  public Jws<Claims> yardstickJjwt() {
    return jjwt.parseSignedClaims(bare.next());
  }
}
