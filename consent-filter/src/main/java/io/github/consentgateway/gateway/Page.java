package io.github.consentgateway.gateway;

import io.github.consentgateway.markup.MarkupGate;
import io.github.consentgateway.markup.Placement;
import io.github.consentgateway.page.Fetching;
import io.github.consentgateway.policy.ControlPlace;
import io.github.consentgateway.policy.Injection;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The response of one exchange as a page of the application, which carries the question for the
 * visitor and the way back to it. Only an HTML page that a visitor navigates to is touched; all
 * else passes as it is. Used by one thread at a time.
 */
public final class Page {

  private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<Integer> BODILESS = Set.of(204, 205, 206, 304);

  private final Visit visit;
  private final OwnFields own;
  private final OwnPages pages;
  private final Suppressions suppressions;
  private final ResponseHead head;
  private boolean taken;

  Page(Visit visit, OwnFields own, OwnPages pages, Suppressions suppressions, ResponseHead head) {
    this.visit = visit;
    this.suppressions = suppressions;
    this.own = own;
    this.pages = pages;
    this.head = head;
  }

  /**
   * Whether request fields of this name may not reach the application as they came: those that ask
   * whether a browser's copy of a page is still good. What guards a change ({@code If-Match}), and
   * what programs ask for, is the application's own.
   */
  public boolean gates(String name) {
    return CONDITIONS.contains(name.toLowerCase(Locale.ROOT))
        && READS.contains(visit.request().method())
        && injection() != Injection.OFF
        && isNavigation()
        && (saysDestination() || wantsHtml());
  }

  private boolean saysDestination() {
    return !visit.request().fields("Sec-Fetch-Dest").isEmpty();
  }

  /** Browsers that name no destination ask for HTML when a visitor navigates. */
  private boolean wantsHtml() {
    return visit.request().fields("Accept").stream().anyMatch(type -> type.contains("text/html"));
  }

  /**
   * The values of a gated request field that the application may see. A browser's copy of a page
   * counts only if it was made for the same standing: else the application would say that nothing
   * has changed, and the visitor would be asked again what is already answered.
   */
  public List<String> conditions(String name) {
    return name.equalsIgnoreCase("If-None-Match")
        ? tag().known(visit.request().fields(name))
        : List.of();
  }

  /**
   * The way out for the body that is about to be written, whose head is prepared for it; empty if
   * the body is to pass as it is. Of the edges that a body passes, the first one to ask gets it.
   *
   * @param status the status of the response
   * @param output where the body goes
   */
  public Optional<PageText> text(int status, OutputStream output) {
    if (taken || injection() == Injection.OFF || !isHtml(status)) {
      return Optional.empty();
    }
    if (!isNavigation()) {
      keepFromNavigations();
      return Optional.empty();
    }
    taken = true;
    prepare();
    return visit.request().method().equals("HEAD")
        ? Optional.empty()
        : Optional.of(new PageText(gate(output)));
  }

  private MarkupGate gate(OutputStream output) {
    Fetching fetching = PagePolicy.of(head, visit.gate().policy().site()).fetching();
    return new MarkupGate(
        marked(injection() == Injection.MARKER),
        marked(visit.gate().policy().banner().control() == ControlPlace.MARKER),
        new PageInsertions(pages, visit, suppressions, fetching, isUtf8()),
        output);
  }

  private static Placement marked(boolean byApplication) {
    return byApplication ? Placement.MARKER : Placement.BODY;
  }

  private Injection injection() {
    return visit.gate().policy().banner().injection();
  }

  /** Whether a body of this exchange may turn out to be a page, as far as is known by now. */
  public boolean isPossible() {
    return !taken
        && injection() != Injection.OFF
        && (!head.has("Content-Type")
            || only("Content-Type").filter(HtmlType::isReadable).isPresent());
  }

  /** Begins the body anew: the application, or an error page, writes another one. */
  public void restart() {
    taken = false;
  }

  /** A fragment that a script fetches, an image or a frame is no page to ask on. */
  private boolean isNavigation() {
    List<String> destination = visit.request().fields("Sec-Fetch-Dest");
    return destination.isEmpty()
        ? visit.request().fields("X-Requested-With").isEmpty()
        : destination.get(0).equals("document");
  }

  private boolean isHtml(int status) {
    return status >= 200
        && !BODILESS.contains(status)
        && !isEncoded()
        && only("Content-Type").filter(HtmlType::isReadable).isPresent();
  }

  private boolean isUtf8() {
    return only("Content-Type").filter(HtmlType::isUtf8).isPresent();
  }

  private boolean isEncoded() {
    return head.fields("Content-Encoding").stream().anyMatch(c -> !c.equalsIgnoreCase("identity"));
  }

  private PageTag tag() {
    return PageTag.of(visit, pages.texts().edition(visit.gate().policy().banner()));
  }

  private Optional<String> only(String name) {
    List<String> values = head.fields(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Says to caches that this is the page for this visitor, now. */
  private void prepare() {
    only("ETag").ifPresent(tag -> head.set("ETag", tag().marked(tag)));
    keepFromNavigations();
  }

  /**
   * A copy without the question, that a script has fetched, must not be shown to a visitor later.
   */
  private void keepFromNavigations() {
    own.makePersonal();
    String given = String.join(", ", head.fields("Cache-Control"));
    head.set("Cache-Control", CachePrivacy.revalidated(given));
  }
}
