package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Theme.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the question may look. */
class ThemeTest {

  private static final String HEAD =
      Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:")) + "banner:\n  theme: { ";

  private static Theme theme(String declared) {
    return Policies.parse(HEAD + declared + " }\n").banner().theme();
  }

  private static String refusal(String declared) {
    return Policies.refusals(HEAD + declared + " }\n").get(0);
  }

  @Test
  @DisplayName("there are 12 custom properties, each named after its key")
  void propertiesAreFew() {
    assertEquals(12, Property.values().length);
    assertEquals("--consent-dark-button-text", Property.DARK_BUTTON_TEXT.custom());
    assertEquals("darkButtonText", Property.DARK_BUTTON_TEXT.key());
  }

  @ParameterizedTest
  @DisplayName("UI-04, T13: no theme can tell accepting from refusing")
  @ValueSource(
      strings = {
        "acceptButton",
        "refuseButton",
        "buttonAccept",
        "rejectText",
        "declineColour",
        "primary",
        "secondaryButton",
        "denyButton"
      })
  void buttonsCannotDiffer(String key) {
    String refusal = refusal(key + ": \"#00ff00\"");

    assertTrue(refusal.contains("would make accepting and refusing look different"), refusal);
    assertTrue(refusal.contains("banner.theme." + key), refusal);
  }

  @Test
  @DisplayName("positive control: a key that styles both buttons is taken")
  void bothButtonsCanChange() {
    assertEquals("#00008b", theme("button: \"#00008b\"").value(Property.BUTTON));
  }

  @ParameterizedTest
  @DisplayName("AX-05: what could hardly be read is refused, just below and at the least contrast")
  @CsvSource({
    // 4.54 : 1 and 4.48 : 1 on white
    "text,           '#767676', true",
    "text,           '#777777', false",
    "link,           '#767676', true",
    "link,           '#777',    false",
    // 4.54 : 1 and 4.48 : 1 under white letters
    "button,         '#767676', true",
    "button,         '#777777', false",
    "buttonText,     '#9f9f9f', true",
    "buttonText,     '#9e9e9e', false",
    "darkText,       '#848484', true",
    "darkText,       '#838383', false",
    "darkLink,       '#848484', true",
    "darkLink,       '#838383', false",
    "darkButtonText, '#646464', true",
    "darkButtonText, '#656565', false",
  })
  void contrastIsEnough(String key, String colour, boolean taken) {
    String declared = key + ": \"" + colour + "\"";

    if (taken) {
      assertNotEquals(Theme.standard(), theme(declared));
    } else {
      assertTrue(refusal(declared).contains("can hardly be seen"), refusal(declared));
    }
  }

  @ParameterizedTest
  @DisplayName("AX-05: a button must be seen on its surface, 3 : 1")
  @CsvSource({
    "button,     buttonText,     '#000', '#949494', '#959595'",
    "darkButton, darkButtonText, '#fff', '#686868', '#676767'",
  })
  void buttonsCanBeSeen(String key, String text, String letters, String seen, String hidden) {
    String declared = "%s: \"%s\", %s: \"%s\"";

    assertNotEquals(Theme.standard(), theme(declared.formatted(text, letters, key, seen)));
    String refusal = refusal(declared.formatted(text, letters, key, hidden));
    assertTrue(refusal.contains(key + " can hardly be seen on "), refusal);
  }

  @Test
  void refusalPointsToTheColourThatIsWritten() {
    String refusal = refusal("surface: \"#222222\"");

    assertTrue(refusal.contains("consent.yaml:11:"), refusal);
  }

  @ParameterizedTest
  @DisplayName("a value that could end its declaration is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "text | red",
        "text | '#12345'",
        "text | '#1234567'",
        "text | '#gggggg'",
        "text | '#fff;}'",
        "text | var(--x)",
        "font | 'x;color:red'",
        "font | 'url(https://a.example)'",
        "font | 'a}b'",
        "font | a'b",
        "radius | 1",
        "radius | 4rem;",
        "radius | calc(1px)",
        "radius | -1px",
        "radius | 100px",
      })
  void valuesAreOfTheirForm(String key, String value) {
    String refusal = refusal(key + ": \"" + value + "\"");

    assertTrue(refusal.contains("banner.theme." + key), refusal);
    assertTrue(refusal.contains("allowed"), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Georgia", "Georgia, serif", "\"Source Sans 3\", sans-serif", "inherit", "a,b"})
  void fontsAreFamilies(String font) {
    assertEquals(font, theme("font: '" + font + "'").value(Property.FONT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1px", "99px", "0.5rem", ".5em", "2rem", "3.25rem"})
  void radiusIsALength(String radius) {
    assertEquals(radius, theme("radius: '" + radius + "'").value(Property.RADIUS));
  }

  @ParameterizedTest
  @DisplayName("every layout and injection has its word; another is refused with all of them")
  @CsvSource({"layout, 'box, bar, modal, inline, page'", "injection, 'body, marker, off'"})
  void wordsAreClosed(String key, String words) {
    String head = HEAD.substring(0, HEAD.indexOf("  theme"));
    String refusal = Policies.refusals(head + "  " + key + ": other\n").get(0);

    assertTrue(refusal.contains("banner." + key + " is \"other\"; allowed: " + words), refusal);
    for (String word : Arrays.asList(words.split(", "))) {
      assertEquals(
          word.equals("box") || word.equals("body"),
          Policies.parse(head + "  " + key + ": " + word + "\n")
              .banner()
              .equals(Banner.standard()));
    }
  }

  @Test
  @DisplayName("UI-11: switching the question off is worth a warning")
  void switchedOffIsTold() {
    String head = HEAD.substring(0, HEAD.indexOf("  theme"));
    List<Problem> warnings = Policies.parse(head + "  injection: off\n").warnings();

    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).message().contains("link to the preference centre"));
  }

  @Test
  void themesAreEqualByTheirValues() {
    Theme one = new Theme(Map.of(Property.RADIUS, "0"));

    assertEquals(one, new Theme(Map.of(Property.RADIUS, "0")));
    assertEquals(one.hashCode(), new Theme(Map.of(Property.RADIUS, "0")).hashCode());
    assertNotEquals(one, Theme.standard());
    assertNotEquals(one, (Object) "0");
    assertTrue(one.toString().contains("RADIUS=0"));
  }

  @ParameterizedTest
  @DisplayName("contrast as WCAG defines it")
  @CsvSource({
    "#000, #ffffff, 21.0",
    "#fff, #fff, 1.0",
    "#767676, #fff, 4.54",
    "#0a0a0a, #000, 1.06"
  })
  void contrastIsKnown(String one, String other, double ratio) {
    assertEquals(ratio, Contrast.of(one, other), 0.005);
    assertEquals(ratio, Contrast.of(other, one), 0.005);
  }
}
