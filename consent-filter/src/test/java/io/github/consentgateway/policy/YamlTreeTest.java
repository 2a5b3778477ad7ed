package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTreeTest {

  static Stream<Arguments> brokenTexts() {
    return Stream.of(
        Arguments.argumentSet("nothing", "", "1:1: the file is empty; allowed: a mapping"),
        Arguments.argumentSet("a comment", "# nothing\n", "1:1: the file is empty; allowed: a map"),
        Arguments.argumentSet(
            "a list", "- a\n", "1:1: the file must be a mapping of keys to values"),
        Arguments.argumentSet("a word", "hello", "1:1: the file must be a mapping of keys to"),
        Arguments.argumentSet("null", "~", "1:1: the file must be a mapping of keys to values"),
        Arguments.argumentSet(
            "no end", "a: [1, 2\nb: 3\n", "2:2: the file is no YAML: expected ',' or ']'"),
        Arguments.argumentSet("a tab", "a:\n\tb: 1\n", "2:1: the file is no YAML: found character"),
        Arguments.argumentSet(
            "a list as key", "[a, b]: c\n", "1:2: the file is no YAML: Expected a"),
        Arguments.argumentSet(
            "a control character", "a: b\u0001c\n", "the file is no YAML: special"),
        Arguments.argumentSet(
            "an unknown alias", "a: *b\n", "1:4: an alias stands here; allowed: the"));
  }

  @ParameterizedTest
  @MethodSource("brokenTexts")
  void refusesWhatIsNoMapping(String yaml, String message) {
    List<String> lines = Policies.refusals(yaml);

    assertTrue(lines.stream().anyMatch(line -> line.contains(message)), lines::toString);
  }

  @Test
  void refusesAKeyWrittenTwice() {
    assertEquals(
        List.of("consent.yaml:7:1: the key \"dpo\" is written twice; the first is on line 6"),
        Policies.refusals("dpo: dpo@example.fr", "dpo: dpo@example.fr\ndpo: other@example.fr"));
  }

  @DisplayName("a small file cannot become a large tree")
  @Test
  void refusesAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    List<String> lines = Policies.refusals(bomb.toString());

    assertTrue(
        lines.contains("consent.yaml:2:10: an alias stands here; allowed: the value itself"));
    assertEquals(Problems.MOST, lines.size());
  }

  @Test
  void refusesDeepNesting() {
    String yaml = "a: " + "[".repeat(5000) + "]".repeat(5000);
    String shallow = "a: " + "[".repeat(12) + "1" + "]".repeat(12);

    assertEquals(
        List.of("consent.yaml:1:16: the file is no YAML: more than 12 levels"),
        Policies.refusals(yaml));
    assertTrue(Policies.refusals(shallow).stream().noneMatch(line -> line.contains("levels")));
  }

  @Test
  void refusesASecondDocument() {
    assertEquals(
        List.of("consent.yaml:50:1: a second document begins here; allowed: one document"),
        Policies.refusals(Policies.YAML + "---\nsite: x\n"));
  }

  @DisplayName("1 MiB is read, one character more is refused")
  @Test
  void refusesALargeFile() {
    String padded = Policies.YAML + "#".repeat(PolicyText.LONGEST - Policies.YAML.length());

    assertEquals(8, Policies.parse(padded).cookies().size());
    assertEquals(
        List.of("consent.yaml: the file is too large; allowed: 1 MiB"),
        Policies.refusals(padded + "#"));
  }

  @Test
  void readsPastAByteOrderMark() {
    assertEquals(8, Policies.parse("\uFEFF" + Policies.YAML).cookies().size());
  }

  @Test
  void takesNoTypeFromATag() {
    String tagged = Policies.with("name: Exemple SAS", "name: !!java.net.URL [\"http://x/\"]");

    assertEquals(
        "consent.yaml:3:9: controller.name must be a text that is not blank; allowed: the name of"
            + " the body that decides",
        Policies.refusals(tagged).get(0));
  }

  @Test
  void keepsMessagesOnOneShortLine() {
    String value = "x".repeat(100);

    String line = Policies.refusals("dpo@example.fr", "\"" + value + "\\u0085\\u001b[31m\"").get(0);

    assertEquals(
        "consent.yaml:6:6: dpo is \""
            + "x".repeat(60)
            + "…\"; allowed: an e-mail address, or an https address",
        line);
    assertEquals("\"a?b?\"", Problems.quote("a\nb\u001b"));
  }

  @Test
  void parsesWithTheClockOfTheSystem() {
    assertEquals(8, ConsentPolicy.parse(Policies.YAML, "x").cookies().size());
    assertThrows(PolicyException.class, () -> ConsentPolicy.parse("", "x"));
  }
}
