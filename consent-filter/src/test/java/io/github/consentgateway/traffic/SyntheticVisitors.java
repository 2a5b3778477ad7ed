package io.github.consentgateway.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Network;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/**
 * Visitors who do not exist, and who come once on each of two days. Nobody has measured them: what
 * they use and do is assumed, few things by many and many things by few (Zipf).
 *
 * <ul>
 *   <li>A visitor has one browser: of 9 kinds, 16 versions and 60 builds, the build being another
 *       on the second day in one of fifty cases. The address is the same on both days.
 *   <li>Of twenty, ten accept all cookies, five refuse, four do not decide, one chooses; what was
 *       decided is so on the second day in 19 of 20 cases. One of twenty sends a GPC signal,
 *       always.
 *   <li>The hour, the part of the site (of 20) and the site that a visitor comes from (of 200) are
 *       drawn anew on each day; or, with habits, half of them come at the same hour, a third to the
 *       same part, and a third from the same site.
 *   <li>Sizes are those of parts of the site; times are those of the server.
 * </ul>
 *
 * All come back, which in truth few do; none comes twice a day, which in truth many do, and who
 * does leaves more to be compared.
 */
final class SyntheticVisitors {

  /** The field of what a browser says of itself, which no record of ours has. */
  static final String RAW = "user_agent.original";

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 26);
  private static final String SITE = "www.example.fr";

  private SyntheticVisitors() {}

  /** A number below {@code n}: k is drawn in proportion to 1 / (k + 1). */
  private static int zipf(Random random, int n) {
    return (int) Math.min(n - 1, Math.floor(Math.pow(n + 1, random.nextDouble())) - 1);
  }

  private static boolean oneOf(Random random, int n) {
    return random.nextInt(n) == 0;
  }

  /** What stays as it is from one day to the next, or does not. */
  private record Visitor(
      String address,
      int kind,
      int major,
      int build,
      int hour,
      int route,
      int referrer,
      State state,
      boolean gpc) {

    static Visitor of(Random random) {
      return new Visitor(
          address(random),
          zipf(random, 9),
          zipf(random, 16),
          zipf(random, 60),
          hour(random),
          zipf(random, 20),
          zipf(random, 200),
          state(random),
          oneOf(random, 20));
    }

    private static State state(Random random) {
      int of = random.nextInt(20);
      return of < 10
          ? State.ALL
          : of < 15 ? State.REFUSED : of < 19 ? State.UNDECIDED : State.PARTIAL;
    }

    private static String address(Random random) {
      return "%d.%d.%d.%d"
          .formatted(
              1 + random.nextInt(200),
              random.nextInt(256),
              random.nextInt(256),
              random.nextInt(256));
    }

    /** By day more than by night. */
    private static int hour(Random random) {
      return (8 + random.nextInt(8) + random.nextInt(9)) % 24;
    }

    Visitor nextDay(Random random, boolean habits) {
      return new Visitor(
          address,
          kind,
          major,
          oneOf(random, 50) ? build + 1 : build,
          habits && random.nextBoolean() ? hour : hour(random),
          habits && oneOf(random, 3) ? route : zipf(random, 20),
          habits && oneOf(random, 3) ? referrer : zipf(random, 200),
          oneOf(random, 20) ? state(random) : state,
          gpc);
    }

    /** Versions are two major ones apart, so that they do not run out of names. */
    String agent() {
      int version = 128 - major;
      String chrome =
          "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.%d.0"
              .formatted(version, 6_000 + build);
      return switch (kind) {
        case 0 ->
            "Mozilla/5.0 (Linux; Android %d; SM-%d) %s Mobile Safari/537.36"
                .formatted(14 - build % 6, 900 + build, chrome);
        case 1 ->
            "Mozilla/5.0 (iPhone; CPU iPhone OS %d_%d like Mac OS X) Version/%d.%d Mobile/15E148 Safari/604.1"
                .formatted(18 - major / 4, build, 18 - major / 4, build);
        case 2 -> "Mozilla/5.0 (Windows NT 10.0; Win64; x64) %s Safari/537.36".formatted(chrome);
        case 3 ->
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) %s Safari/537.36 Edg/%d.0.%d.7"
                .formatted(chrome, version, 2_700 + build);
        case 4 ->
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_%d) Version/%d.%d Safari/605.1.15"
                .formatted(build, 18 - major / 4, build);
        case 5 ->
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:%d.%d) Gecko/20100101 Firefox/%d.%d"
                .formatted(version, build, version, build);
        case 6 ->
            "Mozilla/5.0 (Linux; Android 10; K) SamsungBrowser/%d.%d %s Mobile Safari/537.36"
                .formatted(26 - major / 2, build, chrome);
        case 7 ->
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) %s Safari/537.36 OPR/%d.0.%d.0"
                .formatted(chrome, version - 14, build);
        default ->
            "Mozilla/5.0 (X11; Linux x86_64; rv:%d.%d) Gecko/20100101 Firefox/%d.%d"
                .formatted(version, build, version, build);
      };
    }

    /** Sites of which most are hardly ever come from. */
    Optional<String> field(String name) {
      return switch (name) {
        case "User-Agent" -> Optional.of(agent());
        case "Referer" ->
            referrer == 0
                ? Optional.empty()
                : Optional.of("https://site" + referrer + ".example.org/page?q=1");
        default -> Optional.empty();
      };
    }

    TrafficEvent event(EpochKey key, Random random) {
      ClientAddress from = ClientAddress.of(address).orElseThrow();
      Instant at =
          key.day().atTime(hour, random.nextInt(60), random.nextInt(60)).toInstant(ZoneOffset.UTC);
      return new TrafficEvent(
          at,
          new Origin(
              Optional.of(key.epoch()),
              key.client(from),
              key.network(from),
              Network.IPV4,
              ClientSource.DIRECT),
          Asked.of("GET", Route.of("/part" + route + "/{id}"), "HTTP/2.0", SITE, this::field),
          Answered.of(
              200,
              OptionalLong.of((2_000L << route % 7) + random.nextInt(500)),
              Duration.ofMillis(1L << random.nextInt(6)),
              Optional.empty()),
          new Standing(state, gpc, state == State.ALL ? 0 : route % 3, state == State.ALL ? 1 : 0));
    }

    Map<String, String> record(EpochKey key, Random random) {
      Map<String, String> record = read(event(key, random).json());
      record.put("hour", String.valueOf(hour));
      record.put(RAW, agent());
      return record;
    }
  }

  private static Map<String, String> read(String line) {
    try {
      Map<String, String> record = new TreeMap<>();
      JsonNode read = JSON.readTree(line);
      read.fieldNames().forEachRemaining(name -> record.put(name, read.path(name).asText()));
      return record;
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  /** What is on record of so many visitors, with the hour of the day as a field of its own. */
  static List<LinkedDays> days(Random random, int visitors, boolean habits) {
    EpochKey first = key(FIRST, random);
    EpochKey second = key(FIRST.plusDays(1), random);
    List<LinkedDays> days = new ArrayList<>();
    for (int i = 0; i < visitors; i++) {
      Visitor visitor = Visitor.of(random);
      days.add(
          new LinkedDays(
              visitor.record(first, random),
              visitor.nextDay(random, habits).record(second, random)));
    }
    return days;
  }

  private static EpochKey key(LocalDate day, Random random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    return new EpochKey(day, secret, SITE);
  }
}
