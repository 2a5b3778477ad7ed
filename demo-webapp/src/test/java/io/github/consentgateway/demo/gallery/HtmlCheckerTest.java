package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML of every page, layout and language, before the W3C's checker. */
class HtmlCheckerTest {

  /** The official languages of the European Union. */
  private static final List<String> UNION =
      List.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt",
          "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv");

  /** The gallery's own words are French, whatever language its page says. */
  private static final String FILLER = "This document appears to be written in French";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "x=1";

  private String page(Gallery gallery, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gallery.at(path))).header("Cookie", token).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** A visitor who has accepted everything sees more of the pages. */
  private void accept(Gallery gallery) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gallery.at("/consent")))
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("choice=accept&asked=" + gallery.asked()))
            .build();
    token =
        client
            .send(request, BodyHandlers.ofString())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";", 2)[0];
  }

  private void keep(String name, String html) throws IOException {
    Files.writeString(folder.resolve(name + ".html"), html);
  }

  /** What the checker says of the pages that are kept: a line for each error or warning. */
  private String errors() throws Exception {
    Process checker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "html-checker", "*").toString(),
                "nu.validator.client.SimpleCommandLineValidator",
                "--also-check-css",
                "--skip-non-html",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(checker.waitFor() <= 1, said);
    return said.lines().filter(line -> !line.contains(FILLER)).collect(Collectors.joining("\n"));
  }

  @Test
  @DisplayName("no error on a page that asks, in any layout, nor on one that does not")
  void pagesOfTheApplicationStayValid() throws Exception {
    for (String layout : List.of("box", "bar", "modal", "inline", "page")) {
      try (Gallery gallery = Gallery.of(Look.layout(layout))) {
        token = "x=1";
        for (String language : List.of("fr", "en", "ar")) {
          keep(layout + "-" + language, page(gallery, "/" + language));
        }
        accept(gallery);
        keep(layout + "-accepted", page(gallery, "/fr"));
      }
    }

    assertEquals("", errors());
  }

  @Test
  @DisplayName("no error on the gateway's own pages, in any official language of the Union")
  void ownPagesAreValid() throws Exception {
    try (Gallery gallery = Gallery.of(Look.layout("box").in(UNION))) {
      keepAll(gallery, "undecided");
      accept(gallery);
      keepAll(gallery, "accepted");
    }

    assertEquals("", errors());
  }

  private void keepAll(Gallery gallery, String standing) throws Exception {
    for (String language : UNION) {
      for (String path :
          List.of(
              "/consent",
              "/consent/cookies",
              "/consent/nothing",
              "/consent/my-data",
              "/consent/receipt",
              "/consent/versions")) {
        String html = page(gallery, path + "?lang=" + language);
        assertTrue(html.contains("<html lang=\"" + language + "\""), html);
        keep(standing + path.replace('/', '-') + "-" + language, html);
      }
    }
  }

  @Test
  @DisplayName("positive control: the checker finds what is wrong")
  void mistakesAreFound() throws Exception {
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      keep("bad", page(gallery, "/fr").replace("<ul>", "<ul><p>"));
    }

    assertTrue(errors().contains("error"), errors());
  }
}
