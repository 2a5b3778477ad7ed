package io.github.consentgateway.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The colours and shapes of the question and of the gateway's pages. What a theme can say holds for
 * accepting and refusing alike: there is one style of button. Immutable.
 */
public final class Theme {

  /** What can be set. A page may set the same by the CSS custom property {@link #custom()}. */
  public enum Property {
    /** Behind the text. */
    SURFACE("surface", "#ffffff"),
    /** The text; at least 4.5 : 1 on the surface. */
    TEXT("text", "#1b1f24"),
    /** Links and the focus ring; at least 4.5 : 1 on the surface. */
    LINK("link", "#0b4f94"),
    /** Buttons; at least 3 : 1 on the surface. */
    BUTTON("button", "#17375e"),
    /** The text on buttons; at least 4.5 : 1 there. */
    BUTTON_TEXT("buttonText", "#ffffff"),
    /** The same for visitors who prefer dark colours. */
    DARK_SURFACE("darkSurface", "#191d23"),
    /** The same for visitors who prefer dark colours. */
    DARK_TEXT("darkText", "#eef1f4"),
    /** The same for visitors who prefer dark colours. */
    DARK_LINK("darkLink", "#8cc4ff"),
    /** The same for visitors who prefer dark colours. */
    DARK_BUTTON("darkButton", "#cfe3fa"),
    /** The same for visitors who prefer dark colours. */
    DARK_BUTTON_TEXT("darkButtonText", "#0f2238"),
    /** The families of the font. */
    FONT("font", "system-ui, sans-serif"),
    /** How round corners are. */
    RADIUS("radius", "0.5rem");

    private final String key;
    private final String standard;

    Property(String key, String standard) {
      this.key = key;
      this.standard = standard;
    }

    /** The key in the policy file. */
    public String key() {
      return key;
    }

    /** The value where the policy file says nothing. */
    public String standard() {
      return standard;
    }

    /** The name of the custom property, such as {@code --consent-button-text}. */
    public String custom() {
      return "--consent-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Property, String> values;

  Theme(Map<Property, String> values) {
    Map<Property, String> all = new EnumMap<>(Property.class);
    for (Property property : Property.values()) {
      all.put(property, values.getOrDefault(property, property.standard()));
    }
    this.values = Collections.unmodifiableMap(all);
  }

  /** The theme of a policy that says nothing of it. */
  public static Theme standard() {
    return new Theme(Map.of());
  }

  /** The value of a property, as CSS writes it. */
  public String value(Property property) {
    return Objects.requireNonNull(values.get(property));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Theme theme && theme.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "Theme" + values;
  }
}
