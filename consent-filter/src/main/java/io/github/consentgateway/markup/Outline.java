package io.github.consentgateway.markup;

import io.github.consentgateway.markup.Element.Content;

/**
 * How far a browser has got with building the page: whether its body has begun, and whether it
 * stands in a template or in SVG. This is what is left of <a
 * href="https://html.spec.whatwg.org/multipage/parsing.html#tree-construction">tree
 * construction</a> for one who only wants to know that.
 */
final class Outline {
  /** The page before its head is the same as the head, since both end with the same tokens. */
  private enum Phase {
    HEAD,
    AFTER_HEAD,
    BODY
  }

  private final ForeignContent foreign = new ForeignContent();
  private Phase phase = Phase.HEAD;
  private int templates;
  private boolean form;

  /** Whether the next text begins the body. */
  boolean awaitsBody() {
    return phase != Phase.BODY && templates == 0;
  }

  /** Whether something inserted now is part of the body, or would begin it. */
  boolean isInPage() {
    return templates == 0;
  }

  boolean isInBody() {
    return phase == Phase.BODY && templates == 0;
  }

  /** Whether a form is open, in which browsers take no other one. */
  boolean isInForm() {
    return form;
  }

  /** Ends the form that is open, if there is one. */
  boolean leavesForm() {
    boolean open = form;
    form = false;
    return open;
  }

  /** Whether there are CDATA sections. */
  boolean isForeign() {
    return foreign.isCurrent();
  }

  /** Whether a start tag with that name makes an HTML element. */
  boolean isHtml(Element element) {
    return !foreign.takes(element);
  }

  /** Whether such a start tag begins the body without being its own. */
  boolean isBegunBy(Element start) {
    return awaitsBody() && start != Element.BODY && !staysInHead(start);
  }

  private boolean staysInHead(Element start) {
    return start.isInHead() && (phase == Phase.HEAD || start != Element.NOSCRIPT);
  }

  /** Whether such an end tag begins the body, if only to end it. */
  boolean isBegunByEnd(Element end) {
    return awaitsBody() && (end == Element.BODY || end == Element.HTML || end == Element.BR);
  }

  void beginBody() {
    phase = Phase.BODY;
  }

  /** Takes a start tag; tells what stands behind it. */
  Content start(Tag tag) {
    boolean html = isHtml(tag.element());
    foreign.start(tag);
    templates += html && tag.element() == Element.TEMPLATE ? 1 : 0;
    form |= html && tag.element() == Element.FORM && templates == 0;
    return html ? tag.element().content() : Content.MARKUP;
  }

  /** Takes an end tag; tells whether it can be that of an HTML element. */
  boolean end(Tag tag) {
    boolean html = !foreign.end(tag);
    if (tag.element() == Element.HEAD && awaitsBody()) {
      phase = Phase.AFTER_HEAD;
    }
    templates -= html && tag.element() == Element.TEMPLATE && templates > 0 ? 1 : 0;
    form &= !html || tag.element() != Element.FORM || templates > 0;
    return html;
  }
}
