package io.github.consentgateway.gateway;

import io.github.consentgateway.markup.Insertions;
import io.github.consentgateway.markup.Place;
import io.github.consentgateway.page.ConsentPages.View;
import io.github.consentgateway.page.Fetching;
import io.github.consentgateway.policy.Injection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What one page of the application carries for its visitor, in the page's own language. */
final class PageInsertions implements Insertions {

  private final OwnPages pages;
  private final Visit visit;
  private final Suppressions suppressions;
  private final Fetching fetching;
  private final boolean utf8;

  /** For a page in UTF-8, or in any other charset that has ASCII in it. */
  PageInsertions(
      OwnPages pages, Visit visit, Suppressions suppressions, Fetching fetching, boolean utf8) {
    this.pages = pages;
    this.suppressions = suppressions;
    this.visit = visit;
    this.fetching = fetching;
    this.utf8 = utf8;
  }

  @Override
  public byte[] at(Place place, Optional<String> language) {
    View view =
        pages.view(
            visit, Languages.ofPage(visit, language), ReturnPath.of(visit.request()), fetching);
    return encoded(
        switch (place) {
          case BANNER -> placed(view, banner(view));
          case CONTROL -> pages.texts().control(view);
        });
  }

  @Override
  public void sighted(String name) {
    suppressions.rival(name);
  }

  /** The question; for a visitor who has answered it, what is new; mostly nothing. */
  private String banner(View view) {
    if (visit.consent().isAsked(view.policy())) {
      return pages.texts().banner(view);
    }
    return visit.consent().missed(view.policy().version()) ? pages.texts().notice(view) : "";
  }

  /** A page without a place for it may end within SVG, which ends where a {@code div} begins. */
  private static String placed(View view, String banner) {
    return banner.isEmpty() || view.policy().banner().injection() != Injection.MARKER
        ? banner
        : "<div></div>" + banner;
  }

  private byte[] encoded(String html) {
    return utf8 ? html.getBytes(StandardCharsets.UTF_8) : ascii(html);
  }

  /** Character references for what is not ASCII, where the page's charset may lack it. */
  private static byte[] ascii(String html) {
    StringBuilder out = new StringBuilder(html.length() + 256);
    html.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                out.append((char) c);
              } else {
                out.append("&#").append(c).append(';');
              }
            });
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
