package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same eyes on the same shop without a gate: what the other journeys look for is there. */
@DisplayName("positive control: without the gate, without scripts")
class UngatedControlTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.ungated();

  static Stream<String> entrances() {
    return Entrances.all();
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void everyEntrancePlantsTrackers(String path) {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      browser.open(path);
      Set<String> planted = Cookies.plus(Cookies.AUDIENCE, Cookies.UNKNOWN, "lang_pref");
      assertEquals(Set.of(), Cookies.without(planted, browser.jar().names()));
    }
  }

  @Test
  void aVisitPlantsAndReadsEverything() {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      Entrances.visitAll(browser);
      Set<String> everything = Cookies.plus(Cookies.OPTIONAL, Cookies.UNKNOWN);
      assertAll(
          () -> assertEquals(everything, browser.jar().names()),
          () -> assertEquals(everything, browser.applicationView().seen()),
          () ->
              assertTrue(
                  browser
                      .jar()
                      .tooLongLived(Instant.now())
                      .containsAll(Set.of("_ga", "_ga_DEMO", "first_visit"))));
    }
  }
}
