package io.github.consentgateway.markup;

import java.util.Arrays;

/**
 * The open elements from the outermost {@code <svg>} or {@code <math>} on, HTML in them included.
 * In <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign">foreign
 * content</a> no element has raw text, a slash closes an element, and there are CDATA sections.
 * Where a page closes what it has not opened, the content is taken for HTML, rather too early than
 * too late: then at worst an end tag is missed, but never is a script taken for markup.
 */
final class ForeignContent {
  /** Deeper than anyone draws; what is deeper is taken for HTML. */
  static final int DEEPEST = 256;

  private enum Kind {
    HTML,
    SVG,
    MATH,
    /** An element of SVG or MathML that has HTML in it. */
    POINT
  }

  private long[] names = {};
  private Kind[] kinds = {};
  private int depth;

  /** Whether the current node is an element of SVG or MathML. */
  boolean isCurrent() {
    return depth > 0 && kinds[depth - 1] != Kind.HTML;
  }

  /** Whether a start tag with that name would make an element of SVG or MathML. */
  boolean takes(Element element) {
    return isDrawing() ? !element.isBreakout() : element == Element.SVG || element == Element.MATH;
  }

  void start(Tag tag) {
    if (!takes(tag.element())) {
      startHtml(tag);
    } else if (!tag.isSelfClosing()) {
      push(tag, kind(tag.element()));
    }
  }

  /** Takes an end tag; tells whether it closes an element of SVG or MathML. */
  boolean end(Tag tag) {
    boolean breaksOut = tag.element() == Element.P || tag.element() == Element.BR;
    boolean closes = !breaksOut && close(tag, false);
    if (!closes && (breaksOut || tag.element().endsForeign())) {
      leave();
      close(tag, true);
    }
    return closes;
  }

  private void startHtml(Tag tag) {
    leave();
    if (depth > 0 && tag.element().isContainer()) {
      push(tag, Kind.HTML);
    }
  }

  private Kind kind(Element element) {
    if (!isDrawing()) {
      return element == Element.SVG ? Kind.SVG : Kind.MATH;
    }
    Kind parent = kinds[depth - 1];
    boolean isPoint = parent == Kind.SVG ? element.isSvgPoint() : element.isMathPoint();
    return isPoint ? Kind.POINT : parent;
  }

  /** Whether the rules for SVG and MathML hold, not those for HTML. */
  private boolean isDrawing() {
    return isCurrent() && kinds[depth - 1] != Kind.POINT;
  }

  private void leave() {
    while (isDrawing()) {
      depth--;
    }
  }

  private void push(Tag tag, Kind kind) {
    if (depth == DEEPEST) {
      depth = 0;
      return;
    }
    if (depth == names.length) {
      names = Arrays.copyOf(names, Math.max(16, 2 * depth));
      kinds = Arrays.copyOf(kinds, names.length);
    }
    names[depth] = tag.name().key();
    kinds[depth++] = kind;
  }

  /** Closes the innermost such element among those on top that are HTML, or that are not. */
  private boolean close(Tag tag, boolean html) {
    long key = tag.name().key();
    int at = depth - 1;
    while (at >= 0 && (kinds[at] == Kind.HTML) == html && names[at] != key) {
      at--;
    }
    boolean found = at >= 0 && (kinds[at] == Kind.HTML) == html;
    depth = found ? at : depth;
    return found;
  }
}
