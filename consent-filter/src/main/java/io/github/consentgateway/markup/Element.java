package io.github.consentgateway.markup;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the HTML Standard says of elements by their names, as far as it matters here. An element
 * without rules of its own is {@link #OTHER}.
 */
final class Element {

  /** What stands behind the start tag of an HTML element. */
  enum Content {
    MARKUP,
    /** Text up to the end tag. Character references make no difference here. */
    RAW,
    /** Text up to the end of the page. */
    PLAIN
  }

  private static final Set<String> IN_HEAD =
      words(
          "base basefont bgsound head html link meta noframes noscript script style template title");

  /** "noscript" too, as where scripts run: the others see the same page in all but odd cases. */
  private static final Set<String> RAW =
      words("iframe noembed noframes noscript script style textarea title xmp");

  private static final Set<String> VOID =
      words(
          "area base basefont bgsound br col embed frame hr image img input keygen link meta param"
              + " source track wbr");

  /** "font" whatever its attributes: too early is the safe side to leave SVG. */
  private static final Set<String> BREAKOUT =
      words(
          "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head"
              + " hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub"
              + " sup table tt u ul var");

  private static final Set<String> SVG_POINT = words("desc foreignobject title");
  private static final Set<String> MATH_POINT = words("mi mn mo ms mtext");
  private static final Set<String> REST = words("form frameset math plaintext svg");

  /** Where something put in by us is seen and can be used, whatever else is on the page. */
  private static final Set<String> PLACES =
      words(
          "address article aside body center div dd dt footer header li main nav p section span td th");

  static final Element OTHER = new Element("");

  /** Several times as many as there are names, so that most have a slot to themselves. */
  private static final Element[] SLOTS = new Element[512];

  static {
    Arrays.fill(SLOTS, OTHER);
    Stream.of(IN_HEAD, RAW, VOID, BREAKOUT, SVG_POINT, MATH_POINT, REST, PLACES)
        .flatMap(Set::stream)
        .distinct()
        .map(Element::new)
        .forEach(element -> SLOTS[slot(element.name)] = element);
  }

  static final Element BASE = of("base");
  static final Element BODY = of("body");
  static final Element BR = of("br");
  static final Element FORM = of("form");
  static final Element FRAMESET = of("frameset");
  static final Element HEAD = of("head");
  static final Element HTML = of("html");
  static final Element MATH = of("math");
  static final Element NOSCRIPT = of("noscript");
  static final Element P = of("p");
  static final Element PLAINTEXT = of("plaintext");
  static final Element SCRIPT = of("script");
  static final Element SVG = of("svg");
  static final Element TEMPLATE = of("template");

  private final Name name;
  private final Content content;
  private final boolean inHead;
  private final boolean isVoid;
  private final boolean breakout;
  private final boolean svgPoint;
  private final boolean mathPoint;
  private final boolean place;

  private Element(String name) {
    this.name = Name.of(name);
    content =
        RAW.contains(name)
            ? Content.RAW
            : name.equals("plaintext") ? Content.PLAIN : Content.MARKUP;
    inHead = IN_HEAD.contains(name);
    isVoid = VOID.contains(name);
    breakout = BREAKOUT.contains(name);
    svgPoint = SVG_POINT.contains(name);
    mathPoint = MATH_POINT.contains(name);
    place = PLACES.contains(name);
  }

  private static Set<String> words(String names) {
    return Set.of(names.split(" "));
  }

  private static Element of(String name) {
    return of(Name.of(name));
  }

  static Element of(Name name) {
    return SLOTS[slot(name)];
  }

  /** Where the element of that name stands, or the first free slot where it would stand. */
  private static int slot(Name name) {
    int slot = name.hash() % SLOTS.length;
    while (SLOTS[slot] != OTHER && !SLOTS[slot].name.is(name)) {
      slot = (slot + 1) % SLOTS.length;
    }
    return slot;
  }

  boolean isNamed(Name other) {
    return name.is(other);
  }

  Content content() {
    return content;
  }

  /** Whether its start tag leaves the parser in the head. */
  boolean isInHead() {
    return inHead;
  }

  /** Whether other elements can stand in it. */
  boolean isContainer() {
    return content == Content.MARKUP && !isVoid;
  }

  /** Whether something may be put into it where an application marks it for that. */
  boolean isPlace() {
    return place;
  }

  /** Whether its end tag ends the SVG or MathML that was begun in it. */
  boolean endsForeign() {
    return isContainer() && this != BODY && this != HTML && this != HEAD;
  }

  /** Whether its start tag ends the SVG or MathML that it stands in. */
  boolean isBreakout() {
    return breakout;
  }

  /** Whether HTML stands in it, being an element of SVG. */
  boolean isSvgPoint() {
    return svgPoint;
  }

  /** Whether HTML stands in it, being an element of MathML. */
  boolean isMathPoint() {
    return mathPoint;
  }
}
