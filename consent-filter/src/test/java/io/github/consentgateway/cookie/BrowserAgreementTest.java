package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.cookie.BrowserModel.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Chromium 156 and Firefox 153 stored of 121 fields, against what they read in our text. */
class BrowserAgreementTest {
  private static final Duration CAP = Duration.ofDays(390);

  /** The recording gives hundredths of a day. */
  private static final double TOLERANCE = 0.02;

  static List<RecordedCase> recorded() {
    return RecordedCase.all();
  }

  @DisplayName("no browser keeps a rewritten cookie beyond 390 days or under an unjudged name")
  @ParameterizedTest
  @MethodSource("recorded")
  void keepsTheCapInEveryBrowser(RecordedCase recorded) {
    for (String received : recorded.received()) {
      BrowserModel browser = new BrowserModel(RecordedCase.NOW, "");
      if (SetCookie.parse(received) instanceof SetCookie judged) {
        browser.receive(capped(judged).text());
        assertTrue(
            browser.jar().stream()
                .allMatch(
                    stored ->
                        stored.name().equals(judged.name())
                            && stored.value().equals(judged.value())
                            && stored.days().orElse(0.0) <= CAP.toDays()),
            received);
      }
    }
  }

  @DisplayName("no browser keeps a cookie longer than we say, whatever the application's text")
  @ParameterizedTest
  @MethodSource("recorded")
  void neverReadsAShorterLifeThanABrowser(RecordedCase recorded) {
    if (SetCookie.parse(recorded.last()) instanceof SetCookie judged) {
      assertNotShorter(judged, recorded.chromium());
      assertNotShorter(judged, recorded.firefox());
    }
  }

  @Test
  void agreesWithTheBrowsersMoreOftenThanAnyKnownParser() {
    Agreement chromium = new Agreement("Chromium", "Lax", RecordedCase::chromium);
    Agreement firefox = new Agreement("Firefox", "Default", RecordedCase::firefox);
    assertEquals(
        List.of("expires/0021", "expires/0025", "name/0141", "name/0155"), chromium.report());
    assertEquals(List.of("maxage/0063", "name/0155"), firefox.report());
  }

  private static SetCookie capped(SetCookie cookie) {
    boolean tooLong =
        cookie.lifetime(RecordedCase.NOW).filter(life -> life.compareTo(CAP) > 0).isPresent();
    return tooLong ? cookie.withLifetime(CAP, RecordedCase.NOW) : cookie;
  }

  private static void assertNotShorter(SetCookie judged, List<Stored> browser) {
    for (Stored stored : browser) {
      boolean ofThisField = stored.value().equals(judged.value());
      if (ofThisField && stored.days().isPresent()) {
        double ours = judged.lifetime(RecordedCase.NOW).orElseThrow().toSeconds() / 86_400.0;
        assertTrue(ours >= stored.days().get() - TOLERANCE, judged::toString);
      }
      assertTrue(!ofThisField || !judged.isDeletion(RecordedCase.NOW), judged::toString);
    }
  }

  /** Counts in how many cases a browser stores the same of our text as of the application's. */
  private record Agreement(
      String browser, String sameSite, Function<RecordedCase, List<Stored>> seen) {

    List<String> report() {
      print("name", (a, b) -> a.name().equals(b.name()));
      print("value", (a, b) -> a.value().equals(b.value()));
      print("lifetime", (a, b) -> isClose(a.days(), b.days()));
      print("attributes", Agreement::hasSameAttributes);
      return print("everything", Agreement::isSame);
    }

    private List<String> print(String what, BiPredicate<Stored, Stored> same) {
      List<RecordedCase> cases = RecordedCase.all();
      List<String> different = new ArrayList<>();
      for (RecordedCase recorded : cases) {
        if (!agrees(seen.apply(recorded), ours(recorded), same)) {
          different.add(recorded.id());
        }
      }
      System.out.printf(
          "%s: %s as recorded in %d of %d cases, not in %s%n",
          browser, what, cases.size() - different.size(), cases.size(), different);
      return different;
    }

    private List<Stored> ours(RecordedCase recorded) {
      BrowserModel model = new BrowserModel(RecordedCase.NOW, sameSite);
      for (String received : recorded.received()) {
        if (SetCookie.parse(received) instanceof SetCookie cookie) {
          model.receive(cookie.text());
        }
      }
      return model.jar();
    }

    private static boolean agrees(
        List<Stored> seen, List<Stored> ours, BiPredicate<Stored, Stored> same) {
      return seen.size() == ours.size() && (seen.isEmpty() || same.test(seen.get(0), ours.get(0)));
    }

    private static boolean isSame(Stored a, Stored b) {
      return a.name().equals(b.name())
          && a.value().equals(b.value())
          && isClose(a.days(), b.days())
          && hasSameAttributes(a, b);
    }

    private static boolean hasSameAttributes(Stored a, Stored b) {
      return a.domain().equals(b.domain())
          && a.path().equals(b.path())
          && a.httpOnly() == b.httpOnly()
          && a.sameSite().equals(b.sameSite());
    }

    private static boolean isClose(Optional<Double> a, Optional<Double> b) {
      return a.isPresent() == b.isPresent() && Math.abs(a.orElse(0.0) - b.orElse(0.0)) <= TOLERANCE;
    }
  }
}
