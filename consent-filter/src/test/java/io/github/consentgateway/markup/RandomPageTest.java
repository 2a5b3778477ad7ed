package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random pages, with jsoup as the judge of where the insertions have come to stand. */
class RandomPageTest {
  private static final int PAGES = 10_000;
  private static final String BANNER = "<section id=\"banner\"><p>?</p></section>";
  private static final String CONTROL = "<section id=\"control\"><p>!</p></section>";
  private static final String MARKED = "div[data-consent-banner], main[data-consent-banner]";

  private final long seed = Long.getLong("seed", 20_261_122L);
  private final Random random = new Random(seed);

  private static Passing passing(Placement placement) {
    return new Passing(placement, RandomPageTest::insertion);
  }

  private static byte[] insertion(Place place, Optional<String> language) {
    return Passing.octets(place == Place.BANNER ? BANNER : CONTROL);
  }

  @DisplayName("whole = octet by octet = in random pieces; without the insertions, the page")
  @Test
  void leavesThePageAsItIsHoweverItIsCut() {
    for (Placement placement : Placement.values()) {
      Passing passing = passing(placement);
      check(
          page -> {
            String whole = passing.whole(page);
            assertEquals(page, whole.replace(BANNER, "").replace(CONTROL, ""));
            return whole.equals(passing.pieces(page, () -> 1))
                && whole.equals(passing.pieces(page, () -> 1 + random.nextInt(20)));
          });
    }
  }

  @DisplayName("a parser finds the banner once, as the first node of the body")
  @Test
  void asksFirstInTheBody() {
    Passing passing = passing(Placement.BODY);
    int[] banners = {0};
    check(
        page -> {
          String passed = passing.whole(page);
          banners[0] += passed.contains(BANNER) ? 1 : 0;
          return isFirst(page, passed);
        });
    assertTrue(banners[0] > PAGES / 2, "only " + banners[0] + " pages have a banner");
  }

  @DisplayName("a parser finds the banner once, in the first marked element if there is one")
  @Test
  void asksInTheMarkedElement() {
    Passing passing = passing(Placement.MARKER);
    int[] marked = {0};
    check(
        page -> {
          String passed = passing.whole(page);
          marked[0] += passed.contains("-banner>" + BANNER) ? 1 : 0;
          return isForeign(page) || !passed.contains(BANNER) || isMarked(Jsoup.parse(passed));
        });
    assertTrue(marked[0] > PAGES / 100, "only " + marked[0] + " pages are marked");
  }

  @DisplayName("a parser finds the control once")
  @Test
  void showsTheControl() {
    Passing passing = passing(Placement.BODY);
    check(
        page -> {
          String passed = passing.whole(page);
          int controls = passed.contains(CONTROL) ? 1 : 0;
          return isForeign(page) || Jsoup.parse(passed).select("#control").size() == controls;
        });
  }

  @DisplayName("positive control: an inserter that looks for \"<body\" is noticed")
  @Test
  void noticesANaiveInserter() {
    RandomPages pages = new RandomPages(seed);
    int wrong = 0;
    for (int i = 0; i < PAGES; i++) {
      String page = pages.next();
      wrong += isFirst(page, naive(page)) ? 0 : 1;
    }
    assertTrue(wrong > PAGES / 10, "only " + wrong + " pages notice it");
  }

  private static String naive(String page) {
    int tag = page.indexOf("<body");
    int end = page.indexOf('>', Math.max(0, tag)) + 1;
    return tag < 0 ? page + BANNER : page.substring(0, end) + BANNER + page.substring(end);
  }

  /** Without a banner, there is nothing to see either. */
  private static boolean isFirst(String page, String passed) {
    Document document = Jsoup.parse(passed.contains(BANNER) ? passed : page);
    List<Node> nodes = document.body().childNodes();
    if (!passed.contains(BANNER)) {
      return nodes.isEmpty() || document.selectFirst("frameset") != null;
    }
    Optional<Node> first = nodes.stream().filter(node -> !node.outerHtml().isBlank()).findFirst();
    return document.select("#banner").size() == 1
        && first.filter(node -> node.attr("id").equals("banner")).isPresent();
  }

  private static boolean isMarked(Document document) {
    List<org.jsoup.nodes.Element> found =
        document.select("#banner, " + MARKED).stream()
            .filter(element -> element.closest("template") == null)
            .toList();
    int at = found.get(0).id().equals("banner") ? 0 : 1;
    return document.select("#banner").size() == 1
        && found.get(at).id().equals("banner")
        && (at == 0 || found.get(0).selectFirst("#banner") != null);
  }

  /** jsoup reads a script in SVG as one in HTML, which browsers do not. */
  private static boolean isForeign(String page) {
    return page.contains("<svg") || page.contains("<math");
  }

  private void check(Predicate<String> invariant) {
    System.out.println("random pages with -Dseed=" + seed);
    RandomPages pages = new RandomPages(seed);
    for (int i = 0; i < PAGES; i++) {
      String page = pages.next();
      assertTrue(invariant.test(page), () -> "broken by «" + page + "»");
    }
  }
}
