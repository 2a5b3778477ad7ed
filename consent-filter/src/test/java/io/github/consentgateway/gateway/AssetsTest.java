package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that pages load from the gateway. */
class AssetsTest {

  private static final Pattern FILE = Pattern.compile("/consent/assets/[^\"]+");
  private static final String PAGE = "<html lang=fr><body></body></html>";

  @TempDir private Path folder;

  private static List<String> files(String html) {
    return FILE.matcher(html).results().map(MatchResult::group).toList();
  }

  @Test
  @DisplayName("a node that has made no page yet has the files of pages made by another")
  void filesAreThereFromTheStart() {
    Stage one = new Stage();
    Stage other = one.under(Stage.yaml());
    List<String> files = files(one.page(get("/"), PAGE));

    assertEquals(2, files.size());
    for (String file : files) {
      Answer answer = other.answer(get(file));
      assertEquals(200, answer.status(), file);
      assertTrue(
          answer
              .fields()
              .contains(Map.entry("Cache-Control", "public, max-age=31536000, immutable")));
    }
  }

  @Test
  @DisplayName("after a change of look the files of the pages before are still there")
  void formerLookIsKept() throws IOException {
    Path file = folder.resolve("consent.yaml");
    Files.writeString(file, Stage.yaml());
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(file)
            .keys(TokenKeys.random())
            .ledger(ConsentLedger.inMemory())
            .build()) {
      Stage.Head head = new Stage.Head();
      String before = new Stage().page(get("/"), PAGE);
      assertEquals(200, answer(gateway, files(before).get(0)).status());
      Files.writeString(file, Stage.yaml() + "\nbanner: { layout: page }\n");
      gateway.refresh();
      gateway.begin(get("/"), head);

      assertEquals(200, answer(gateway, files(before).get(0)).status());
    }
  }

  private static Answer answer(ConsentGateway gateway, String path) {
    return gateway.begin(get(path), new Stage.Head()).answer().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x.css", "../state", "0000000000000000.css"})
  void otherFilesAreNotThere(String name) {
    assertEquals(404, new Stage().answer(get("/consent/assets/" + name)).status());
  }
}
