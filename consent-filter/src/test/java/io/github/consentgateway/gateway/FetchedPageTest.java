package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of a page that was fetched without the question. */
@DisplayName("CK-14, UI-11: a page fetched by a script is not kept for visitors, nor for others")
class FetchedPageTest {

  private final Stage stage = new Stage();

  @ParameterizedTest
  @CsvSource({"X-Requested-With, x", "Sec-Fetch-Dest, empty", "Sec-Fetch-Dest, iframe"})
  void copyIsAskedForAgain(String field, String value) {
    Stage.Head head = new Stage.Head();
    head.set("Content-Type", "text/html");
    head.set("Cache-Control", "public, max-age=600");
    head.set("ETag", "\"a\"");

    Optional<PageText> text =
        stage.begin(get("/", field, value), head).page().text(200, new ByteArrayOutputStream());

    assertEquals(Optional.empty(), text);
    String caching = String.join(", ", head.fields("Cache-Control"));
    assertTrue(caching.contains("private") && caching.contains("no-cache"), caching);
    assertTrue(head.fields("Vary").toString().contains("Cookie"), head.fields("Vary").toString());
    // A browser that asks whether its copy is good still gets the page with the question.
    assertEquals(
        List.of(),
        stage
            .begin(get("/", "Sec-Fetch-Dest", "document", "If-None-Match", "\"a\""), head)
            .page()
            .conditions("If-None-Match"));
  }

  @ParameterizedTest
  @CsvSource({"application/json", "image/png"})
  void whatIsNoPageIsLeftAlone(String type) {
    Stage.Head head = new Stage.Head();
    head.set("Content-Type", type);
    head.set("Cache-Control", "public, max-age=600");

    stage
        .begin(get("/", "Sec-Fetch-Dest", "empty"), head)
        .page()
        .text(200, new ByteArrayOutputStream());

    assertEquals(List.of("public, max-age=600"), head.fields("Cache-Control"));
  }
}
