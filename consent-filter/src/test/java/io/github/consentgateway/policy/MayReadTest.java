package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.consentgateway.cookie.CookieHeader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MayReadTest {

  private final ConsentPolicy policy = Policies.valid();

  private boolean mayRead(String name, Consent consent) {
    return policy.mayRead("x" + name + "=y", 1, name.length() + 1, consent);
  }

  @DisplayName("CK-02, CK-05, case 113: a cookie is seen if it is exempt or all is granted")
  @ParameterizedTest
  @CsvSource({
    "JSESSIONID, '', true",
    "cart-, '', true",
    "size, '', false",
    "size, preferences, true",
    "_ga, preferences, false",
    "_ga_Z, audience, true",
    "a_player, video, false",
    "a_player, video audience, true",
    "_player, video audience, true",
    "player, video audience, false",
    "zzz, preferences audience video, false",
    "jsessionid, '', false",
    "'', '', false"
  })
  void showsWhatIsGranted(String name, String granted, boolean seen) {
    Consent consent = Policies.granting(policy, granted.split(" "));

    assertEquals(seen, mayRead(name, consent));
  }

  @DisplayName("CK-02: the header that the application sees holds no other cookie")
  @Test
  void filtersAHeader() {
    CookieHeader header = new CookieHeader("_ga=1; JSESSIONID=x; zzz=2; cart-1=3; size=L");

    CookieHeader seen =
        header.keep((text, from, to) -> policy.mayRead(text, from, to, Consent.undecided()));

    assertEquals("JSESSIONID=x; cart-1=3", seen.text());
  }

  @DisplayName("T24: names of 100 kB cost no more than their length")
  @Test
  void takesLinearTime() {
    StringBuilder rules = new StringBuilder("cookies:\n");
    for (int i = 0; i < 50; i++) {
      String literal = "a".repeat(100) + i;
      for (String name : List.of(literal, literal + "*", "*" + literal)) {
        rules.append(
            "  - { name: \"%s\", purposes: [audience], lifetime: P1D, thirdPartyAccess: false }\n"
                .formatted(name));
      }
    }
    ConsentPolicy many = Policies.parse(Policies.with("cookies:\n", rules.toString()));
    String name = "a".repeat(100_000);

    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 10_000; i++) {
            assertFalse(many.mayRead(name, 0, name.length(), Consent.undecided()));
          }
        });
  }

  @DisplayName("no object is made, whatever the answer")
  @Test
  void allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String header = "JSESSIONID=x; a_player=1; zzz=2";
    Consent consent = Policies.granting(policy, "audience");
    int seen = 0;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20_000; i++) {
      seen += policy.mayRead(header, 0, 10, consent) ? 1 : 0;
      seen += policy.mayRead(header, 14, 22, consent) ? 1 : 0;
      seen += policy.mayRead(header, 26, 29, consent) ? 1 : 0;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertEquals(20_000, seen);
    assertTrue(allocated < 20_000, allocated + " bytes");
  }

  @DisplayName("the table agrees with the patterns tried one by one")
  @Test
  void agreesWithASimpleSearch() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<NamePattern> patterns = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        NamePattern pattern = NamePattern.of(pattern(random));
        if (!patterns.contains(pattern)) {
          patterns.add(pattern);
        }
      }
      NameTable table = new NameTable(patterns);
      for (int i = 0; i < 100; i++) {
        String name = word(random);
        int found = find(table, "=" + name + "=", 1, 1 + name.length());
        assertEquals(nearest(patterns, name), found, () -> "seed " + seed + " " + patterns + name);
      }
    }
  }

  private static int find(NameTable table, String text, int from, int to) {
    int exact = table.exact(text, from, to);
    return exact < 0 ? table.open(text, from, to) : exact;
  }

  private static int nearest(List<NamePattern> patterns, String name) {
    int best = -1;
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(name)
          && (best < 0 || rank(patterns.get(i)) > rank(patterns.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static int rank(NamePattern pattern) {
    return switch (pattern.kind()) {
      case EXACT -> 1000;
      case PREFIX -> 2 * pattern.literal().length() + 1;
      case SUFFIX -> 2 * pattern.literal().length();
    };
  }

  private static String pattern(Random random) {
    String word = word(random);
    return switch (random.nextInt(3)) {
      case 0 -> word;
      case 1 -> word + "*";
      default -> "*" + word;
    };
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
