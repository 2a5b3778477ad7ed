package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.ConsentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the README against the sources: what it names exists. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher matcher = TEST.matcher(readme());
    while (matcher.find()) {
      named.add(matcher.group(1) + ".java");
    }
    assertFalse(named.isEmpty());
    named.removeAll(sources());
    assertEquals(Set.of(), named);
  }

  @Test
  void staysShortAndFinished() throws IOException {
    List<String> lines = readme().lines().toList();
    assertTrue(lines.size() <= 170, () -> lines.size() + " lines");
    assertTrue(lines.stream().noneMatch(line -> line.equals("FIGURES")));
  }

  @Test
  void thePolicyThatItShowsLoads() throws IOException {
    Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(readme());
    assertTrue(block.find());

    ConsentPolicy policy = ConsentPolicy.parse(block.group(1), "README.md");

    assertEquals("https://www.example.fr", policy.site());
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
