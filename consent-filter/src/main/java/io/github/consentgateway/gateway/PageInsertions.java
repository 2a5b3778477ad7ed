package io.github.consentgateway.gateway;

import io.github.consentgateway.markup.Insertions;
import io.github.consentgateway.markup.Place;
import io.github.consentgateway.page.ConsentPages.View;
import io.github.consentgateway.page.Fetching;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Injection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What one page of the application carries for its visitor, in the page's own language. */
final class PageInsertions implements Insertions {

  private static final byte[] NOTHING = {};
  private static final byte[] END_OF_SVG = "<div></div>".getBytes(StandardCharsets.US_ASCII);

  private final OwnPages pages;
  private final Visit visit;
  private final Suppressions suppressions;
  private final Fetching fetching;
  private final boolean utf8;
  private boolean based;

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
    return switch (place) {
      case BANNER -> banner(language);
      case CONTROL -> pages.texts().control(view(language), utf8);
    };
  }

  private View view(Optional<String> language) {
    return pages.view(
        visit,
        Languages.ofPage(visit, language),
        ReturnPath.of(visit.request()),
        fetching,
        based ? visit.gate().policy().site() : "");
  }

  @Override
  public void based() {
    based = true;
  }

  @Override
  public void sighted(String name) {
    suppressions.rival(name);
  }

  /** The question; for a visitor who has answered it, what is new; mostly nothing. */
  private byte[] banner(Optional<String> language) {
    ConsentPolicy policy = visit.gate().policy();
    if (visit.consent().isAsked(policy)) {
      return placed(policy, pages.texts().banner(view(language), utf8));
    }
    return visit.consent().missed(policy.version())
        ? placed(policy, pages.texts().notice(view(language), utf8))
        : NOTHING;
  }

  /** A page without a place for it may end within SVG, which ends where a {@code div} begins. */
  private static byte[] placed(ConsentPolicy policy, byte[] banner) {
    if (policy.banner().injection() != Injection.MARKER) {
      return banner;
    }
    byte[] placed = Arrays.copyOf(END_OF_SVG, END_OF_SVG.length + banner.length);
    System.arraycopy(banner, 0, placed, END_OF_SVG.length, banner.length);
    return placed;
  }
}
