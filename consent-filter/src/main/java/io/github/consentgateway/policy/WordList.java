package io.github.consentgateway.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list of lines beside the classes; a line that begins with {@code #} is a comment. */
final class WordList {

  private WordList() {}

  static List<String> read(String resource) {
    InputStream stream = Objects.requireNonNull(WordList.class.getResourceAsStream(resource));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
