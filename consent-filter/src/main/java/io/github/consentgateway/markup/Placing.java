package io.github.consentgateway.markup;

import io.github.consentgateway.markup.Element.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Puts each insertion in its place as the tokens of a page come by. */
final class Placing {
  private static final byte[] BANNER = Attributes.name("data-consent-banner");
  private static final byte[] CONTROL = Attributes.name("data-consent-control");
  private static final byte[] HIDDEN = Attributes.name("hidden");
  private static final byte[] HREF = Attributes.name("href");
  private static final byte[] END_OF_FORM = "</form>".getBytes(StandardCharsets.US_ASCII);

  private final Set<Place> owed = EnumSet.allOf(Place.class);
  private final Outline outline = new Outline();
  private final Placement banner;
  private final Placement control;
  private final Insertions insertions;
  private final Passage passage;
  private Optional<String> language = Optional.empty();
  private boolean looking = true;
  private boolean based;

  Placing(Placement banner, Placement control, Insertions insertions, Passage passage) {
    this.banner = banner;
    this.control = control;
    this.insertions = insertions;
    this.passage = passage;
  }

  Outline outline() {
    return outline;
  }

  /** Whether what is left of the page makes no difference. */
  boolean isDone() {
    return owed.isEmpty();
  }

  /** Inserts nothing more. */
  void giveUp() {
    owed.clear();
  }

  /** What is held is text, and more than whitespace. */
  void text() throws IOException {
    if (outline.awaitsBody()) {
      beginBody();
    }
  }

  /** The name of a tag has been read; the tag is held. */
  void name(Tag tag) throws IOException {
    if (tag.isEnd()) {
      end(tag);
    } else {
      start(tag.element());
    }
  }

  private void start(Element element) throws IOException {
    if (element == Element.FRAMESET && outline.awaitsBody()) {
      giveUp();
    } else if (outline.isBegunBy(element)) {
      beginBody();
    }
    if (element == Element.PLAINTEXT && outline.isInBody() && outline.isHtml(element)) {
      endBody();
    }
  }

  private void end(Tag tag) throws IOException {
    Element element = tag.element();
    if (outline.isBegunByEnd(element)) {
      beginBody();
    }
    boolean html = outline.end(tag);
    if (html && outline.isInBody() && (element == Element.BODY || element == Element.HTML)) {
      endBody();
    }
  }

  /** A start tag has been read, and ends here; tells what stands behind it. */
  Content startTag(Tag tag, int end) throws IOException {
    if (outline.isInPage() && outline.isHtml(tag.element())) {
      open(tag, end);
    }
    return outline.start(tag);
  }

  private void open(Tag tag, int end) throws IOException {
    if (looking) {
      ConsentInterface.of(tag).ifPresent(this::sighted);
    }
    boolean begins = tag.element() == Element.BODY && outline.awaitsBody();
    if (begins) {
      outline.beginBody();
    } else if (tag.element() == Element.HTML && language.isEmpty()) {
      language = Language.of(tag.attributes());
    }
    base(tag);
    if (banner == Placement.BODY ? begins : isMarked(tag, BANNER)) {
      insertAt(end, Place.BANNER);
    }
    if (control == Placement.MARKER && isMarked(tag, CONTROL)) {
      insertAt(end, Place.CONTROL);
    }
  }

  /** The first address of its own that a page has turns all relative ones of ours elsewhere. */
  private void base(Tag tag) {
    if (!based && tag.element() == Element.BASE && tag.attributes().has(HREF)) {
      based = true;
      insertions.based();
    }
  }

  private void sighted(String name) {
    looking = false;
    insertions.sighted(name);
  }

  private boolean isMarked(Tag tag, byte[] marker) {
    return tag.attributes().has(marker)
        && !tag.attributes().has(HIDDEN)
        && outline.isInBody()
        && !outline.isInForm()
        && tag.element().isPlace();
  }

  /** The page is over, and what is held is no tag. */
  void end() throws IOException {
    if (outline.awaitsBody()) {
      beginBody();
    }
    if (outline.isInBody()) {
      endBody();
    }
  }

  private void beginBody() throws IOException {
    outline.beginBody();
    if (banner == Placement.BODY) {
      insertBefore(Place.BANNER);
    }
  }

  private void endBody() throws IOException {
    insertBefore(Place.BANNER);
    insertBefore(Place.CONTROL);
  }

  private void insertBefore(Place place) throws IOException {
    if (owed.remove(place)) {
      if (outline.leavesForm()) {
        // Browsers take no form inside of a form, and ours would be sent where that one goes.
        passage.insertBefore(END_OF_FORM);
      }
      passage.insertBefore(insertions.at(place, language));
    }
  }

  private void insertAt(int at, Place place) throws IOException {
    if (owed.remove(place)) {
      passage.insertAt(at, insertions.at(place, language));
    }
  }
}
