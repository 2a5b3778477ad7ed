package io.github.consentgateway.policy;

import io.github.consentgateway.policy.Theme.Property;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a theme, and refuses one in which something could not be read or in which accepting and
 * refusing would look different.
 */
final class ThemeReader {

  private static final double TEXT = 4.5;
  private static final double CONTROL = 3;

  /** A form that a value may have, and what to say where it has another. */
  private enum Form {
    COLOUR("#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?", "a colour such as #17375e"),
    FONT(
        "(?:[A-Za-z][A-Za-z0-9 -]{0,63}|\"[A-Za-z0-9 -]{1,64}\")"
            + "(?:, ?(?:[A-Za-z][A-Za-z0-9 -]{0,63}|\"[A-Za-z0-9 -]{1,64}\")){0,7}",
        "font families such as Georgia, serif"),
    RADIUS("0|(?:[0-3]?\\.)?[0-9]{1,2}(?:px|rem|em)", "a length such as 0.5rem");

    private final Pattern pattern;
    private final String allowed;

    Form(String pattern, String allowed) {
      this.pattern = Pattern.compile(pattern);
      this.allowed = allowed;
    }

    static Form of(Property property) {
      return switch (property) {
        case FONT -> FONT;
        case RADIUS -> RADIUS;
        default -> COLOUR;
      };
    }
  }

  /** A colour that must be seen on another one. */
  private record Pair(Property front, Property back, double least) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Property.TEXT, Property.SURFACE, TEXT),
          new Pair(Property.LINK, Property.SURFACE, TEXT),
          new Pair(Property.BUTTON_TEXT, Property.BUTTON, TEXT),
          new Pair(Property.BUTTON, Property.SURFACE, CONTROL),
          new Pair(Property.DARK_TEXT, Property.DARK_SURFACE, TEXT),
          new Pair(Property.DARK_LINK, Property.DARK_SURFACE, TEXT),
          new Pair(Property.DARK_BUTTON_TEXT, Property.DARK_BUTTON, TEXT),
          new Pair(Property.DARK_BUTTON, Property.DARK_SURFACE, CONTROL));

  /** What a key is made of that would style one of the two buttons. */
  private static final Pattern ONE_BUTTON =
      Pattern.compile("(?i).*(accept|refuse|reject|decline|deny|primary|secondary).*");

  private final Section section;
  private final Map<Property, String> values = new EnumMap<>(Property.class);

  ThemeReader(Section section) {
    this.section = section;
  }

  Theme read() {
    boolean sound = true;
    for (Property property : Property.values()) {
      sound &= reads(property);
    }
    refuseUnequalButtons();
    section.close();
    Theme theme = new Theme(values);
    if (sound) {
      PAIRS.forEach(pair -> check(theme, pair));
    }
    return theme;
  }

  private boolean reads(Property property) {
    Form form = Form.of(property);
    Optional<Node.Scalar> said = section.text(property.key());
    Optional<Node.Scalar> good = said.filter(value -> form.pattern.matcher(value.text()).matches());
    good.ifPresent(value -> values.put(property, value.text()));
    said.filter(value -> good.isEmpty())
        .ifPresent(value -> section.wrong(value, property.key(), form.allowed));
    return said.isEmpty() || good.isPresent();
  }

  /** CNIL, communiqué of 12 December 2024: refusing is as visible as accepting. */
  private void refuseUnequalButtons() {
    section.refuseKeys(
        ONE_BUTTON,
        "would make accepting and refusing look different, which may not be; allowed: button and"
            + " buttonText, for both");
  }

  private void check(Theme theme, Pair pair) {
    double ratio = Contrast.of(theme.value(pair.front()), theme.value(pair.back()));
    if (ratio < pair.least()) {
      Node at =
          section
              .find(pair.front().key())
              .or(() -> section.find(pair.back().key()))
              .orElse(section.node());
      section.problem(
          at,
          pair.front().key(),
          "can hardly be seen on %s: contrast %.2f; allowed: %s or more (WCAG 2.2, 1.4.3, 1.4.11)"
              .formatted(pair.back().key(), ratio, number(pair.least())));
    }
  }

  private static String number(double least) {
    return String.format(Locale.ROOT, "%.1f", least);
  }
}
