package io.github.consentgateway.page;

import io.github.consentgateway.policy.Banner;
import io.github.consentgateway.policy.Layout;
import io.github.consentgateway.policy.Theme;
import io.github.consentgateway.policy.Theme.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The style of the question or of the gateway's pages, for one theme. The theme comes first, as
 * variables of one letter; each can be overridden by the custom property that a page sets.
 */
final class Stylesheet {

  private static final String IN_PAGES = ":is(#c,.consent-question,.consent-control)";

  private static final Map<String, Property> LIGHT =
      Map.of(
          "s", Property.SURFACE,
          "t", Property.TEXT,
          "l", Property.LINK,
          "b", Property.BUTTON,
          "c", Property.BUTTON_TEXT,
          "f", Property.FONT,
          "r", Property.RADIUS);

  private static final Map<String, Property> DARK =
      Map.of(
          "s", Property.DARK_SURFACE,
          "t", Property.DARK_TEXT,
          "l", Property.DARK_LINK,
          "b", Property.DARK_BUTTON,
          "c", Property.DARK_BUTTON_TEXT);

  private Stylesheet() {}

  /** The style that pages of the application load for the question. */
  static String ofBanner(Banner banner) {
    return variables(IN_PAGES, banner.theme())
        + Source.css("banner.css")
        + parts(banner.layout()).stream().map(Source::css).collect(Collectors.joining());
  }

  /** The style of the gateway's own pages. */
  static String ofPages(Theme theme) {
    return variables(":root", theme) + Source.css("pages.css");
  }

  private static List<String> parts(Layout layout) {
    return switch (layout) {
      case BOX -> List.of("layout-sheet.css", "layout-box.css");
      case BAR -> List.of("layout-sheet.css", "layout-bar.css");
      case MODAL -> List.of("layout-modal.css");
      case INLINE -> List.of("layout-inline.css");
      case PAGE -> List.of("layout-page.css");
    };
  }

  private static String variables(String selector, Theme theme) {
    return rule(selector, LIGHT, theme)
        + "@media(prefers-color-scheme:dark){"
        + rule(selector, DARK, theme)
        + "}";
  }

  private static String rule(String selector, Map<String, Property> names, Theme theme) {
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(name -> declaration(name.getKey(), name.getValue(), theme))
        .collect(Collectors.joining(";", selector + "{", "}"));
  }

  private static String declaration(String name, Property property, Theme theme) {
    return "--%s:var(%s,%s)".formatted(name, property.custom(), theme.value(property));
  }
}
