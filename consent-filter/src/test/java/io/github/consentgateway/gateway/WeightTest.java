package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the question weighs, with both layers and four purposes, compressed by Brotli 11. */
class WeightTest {

  private static final int LARGEST = 2_048;
  private static final Pattern STYLESHEET = Pattern.compile("href=\"(/consent/assets/[^\"]+)\"");

  private final Stage stage = new Stage(fourPurposes());

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

  private String page(String language, String cookies) throws IOException {
    Stage.Head head = new Stage.Head();
    head.set("Content-Type", "text/html; charset=utf-8");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stage.Asked request = cookies.isEmpty() ? get("/") : get("/", "Cookie", cookies);
    PageText text = stage.begin(request, head).page().text(200, out).orElseThrow();
    String html = "<html lang=" + language + "><body></body>";
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    text.write(body, 0, body.length);
    text.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  @DisplayName("question and style together weigh 2 KiB at most")
  void questionIsLight(String language) throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli for this machine");
    String html = page(language, "");
    Matcher href = STYLESHEET.matcher(html);
    assertTrue(href.find());
    String style = stage.answer(get(href.group(1))).body();
    assertTrue(style.contains(".consent"));

    int weight = brotli(html) + brotli(style);

    System.out.println("question in " + language + ": " + weight + " octets");
    assertTrue(weight <= LARGEST, weight + " octets");
  }

  @Test
  @DisplayName("a visitor who has decided gets nothing of the question")
  void decidedVisitorGetsNothing() throws IOException {
    String page = page("fr", stage.tokenFor("audience"));

    assertEquals(-1, page.indexOf("<section"));
    assertTrue(page.length() < 1_300, page.length() + " characters of the way back");
  }

  private static int brotli(String text) throws IOException {
    Encoder.Parameters best = new Encoder.Parameters().setQuality(11);
    return Encoder.compress(text.getBytes(StandardCharsets.UTF_8), best).length;
  }
}
