package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the question weighs, with both layers and four purposes, compressed by Brotli 11. */
class WeightTest {

  private static final int LARGEST = 2_048;
  private static final Pattern STYLESHEET = Pattern.compile("href=\"(/consent/assets/[^\"]+)\"");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/consent/assets/[^\"]+)\"");

  private static String fourPurposes() {
    String more =
        """
          preferences:
            version: 1
            title: { fr: Préférences, en: Preferences }
            description:
              fr: Retenir les derniers objets regardés pour les proposer à la visite suivante.
              en: Remember the last products you looked at, to offer them on your next visit.
          video:
            version: 1
            title: { fr: Vidéos, en: Videos }
            description:
              fr: Lire les vidéos, diffusées depuis les serveurs de notre prestataire.
              en: Play the videos, which our provider sends from its own servers.
        cookies:
        """;
    return Stage.yaml().replace("cookies:\n", more);
  }

  private static Stage stage(String layout) {
    return new Stage(fourPurposes() + "\nbanner: { layout: " + layout + " }\n");
  }

  private static String page(Stage stage, String language, String cookies) {
    Stage.Asked request = cookies.isEmpty() ? get("/") : get("/", "Cookie", cookies);
    return stage.page(request, "<html lang=" + language + "><body></body>");
  }

  private static String asset(Stage stage, Pattern reference, String html) {
    Matcher name = reference.matcher(html);
    assertTrue(name.find(), html);
    return stage.answer(get(name.group(1))).body();
  }

  @ParameterizedTest
  @DisplayName("question and style together weigh 2 KiB at most, with the way back to them")
  @CsvSource({
    "box,    fr",
    "box,    en",
    "bar,    fr",
    "bar,    en",
    "modal,  fr",
    "modal,  en",
    "inline, fr",
    "inline, en",
    "page,   fr",
    "page,   en",
  })
  void questionIsLight(String layout, String language) throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli for this machine");
    Stage stage = stage(layout);
    String html = page(stage, language, "");
    String style = asset(stage, STYLESHEET, html);
    assertTrue(style.contains(".consent-question"));

    String question = html.substring(html.indexOf("<link"), html.indexOf("<div class=\"consent-c"));
    int weight = brotli(html) + brotli(style);

    System.out.printf(
        "%s in %s: %d octets, of which question %d and style %d%n",
        layout, language, weight, brotli(question), brotli(style));
    assertTrue(weight <= LARGEST, weight + " octets");
  }

  @Test
  @DisplayName("the script weighs 2 KiB at most")
  void scriptIsLight() throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli for this machine");
    Stage stage = stage("box");
    int weight = brotli(asset(stage, SCRIPT, page(stage, "fr", "")));

    System.out.println("script: " + weight + " octets");
    assertTrue(weight <= LARGEST, weight + " octets");
  }

  @ParameterizedTest
  @DisplayName("a visitor who has decided gets nothing of the question")
  @ValueSource(strings = {"box", "bar", "modal", "inline", "page"})
  void decidedVisitorGetsNothing(String layout) throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli for this machine");
    Stage stage = stage(layout);
    String page = page(stage, "fr", stage.tokenFor("audience"));

    assertTrue(page.startsWith("<html lang=fr><body><div class=\"consent-control\""), page);
    assertEquals(-1, page.indexOf("consent-title"));
    System.out.println("way back for a visitor who has decided: " + brotli(page) + " octets");
    assertTrue(brotli(page) < 600, page);
  }

  private static int brotli(String text) throws IOException {
    Encoder.Parameters best = new Encoder.Parameters().setQuality(11);
    return Encoder.compress(text.getBytes(StandardCharsets.UTF_8), best).length;
  }
}
