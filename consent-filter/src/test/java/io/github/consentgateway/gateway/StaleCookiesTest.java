package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.CookieRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CK-10, LT-06, case 117: cookies that no deletion reaches keep no others waiting")
class StaleCookiesTest {

  private static final ScopeSweep SWEEP = new ScopeSweep(Stage.SITE);
  private static final Optional<CookieRule> UNREGISTERED = Optional.empty();

  private static Map<String, Optional<CookieRule>> cookies(Set<String> names) {
    Map<String, Optional<CookieRule>> cookies = new LinkedHashMap<>();
    names.forEach(name -> cookies.put(name, UNREGISTERED));
    return cookies;
  }

  private static Set<String> names(String prefix, int cookies) {
    return IntStream.range(0, cookies)
        .mapToObj(i -> prefix + i)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<SetCookie> deletions(Set<String> names, String path, RandomGenerator chance) {
    return StaleCookies.of(cookies(names), Stage.get(path), SWEEP, chance).deletions();
  }

  /** How many responses it takes until a browser has lost all that lie at {@code scope}. */
  private static int responses(int stuck, int free, String scope, RandomGenerator chance) {
    Set<String> jar = names("_ga_stuck", stuck);
    jar.addAll(names("_ga_free", free));
    int responses = 0;
    while (jar.size() > stuck && responses < 1_000) {
      responses++;
      for (SetCookie deletion : deletions(jar, "/shop/lamps", chance)) {
        if (!deletion.name().startsWith("_ga_stuck") && deletion.text().contains(scope)) {
          jar.remove(deletion.name());
        }
      }
    }
    return responses;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void hundredStuckOnesInFrontDoNotKeepFiftyOthers(long seed) {
    RandomGenerator chance = new SplittableRandom(seed);
    int responses = responses(100, 50, "; Path=/; Domain=example.fr;", chance);
    assertTrue(responses <= 250, () -> "seed " + seed + ": " + responses);
  }

  @Test
  void oneThatIsAloneGoesAtOnce() {
    RandomGenerator chance = new SplittableRandom(1);
    assertEquals(1, responses(0, 1, "; Path=/shop; Secure;", chance));
  }

  @Test
  @DisplayName("the many scopes of one cookie take turns too")
  void everyScopeOfOneCookieHasItsTurn() {
    RandomGenerator chance = new SplittableRandom(1);
    String name = "_ga_" + "x".repeat(250);
    Set<String> scopes = scopes(name, chance, 1);
    assertTrue(scopes.size() < 15, scopes::toString);
    assertEquals(15, scopes(name, chance, 40).size());
  }

  private static Set<String> scopes(String name, RandomGenerator chance, int responses) {
    return IntStream.range(0, responses)
        .boxed()
        .flatMap(i -> deletions(Set.of(name), "/a/b/c/d/e", chance).stream())
        .map(SetCookie::text)
        .collect(Collectors.toSet());
  }

  @Test
  void responseNeverTakesMoreThanItsShare() {
    RandomGenerator chance = new SplittableRandom(1);
    for (int cookies : List.of(1, 10, 36, 37, 256)) {
      List<SetCookie> deletions = deletions(names("_ga_", cookies), "/", chance);
      assertTrue(HeadBudget.octets(deletions) <= StaleCookies.OCTETS);
    }
  }

  @Test
  @DisplayName("more cookies than browsers keep for a site are still all remembered")
  void lastOfTwoHundredIsRemembered() {
    Stage stage = new Stage();
    String field = String.join("=1; ", names("_ga_", 200)) + "=1";
    Set<String> gone =
        IntStream.range(0, 400)
            .mapToObj(i -> new Stage.Head())
            .peek(head -> stage.begin(Stage.get("/", "Cookie", field), head))
            .flatMap(head -> head.fields("Set-Cookie").stream())
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toSet());
    assertEquals(names("_ga_", 200), gone);
  }
}
