package io.github.consentgateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** The files of style and script as they are kept, and without what is only for their readers. */
final class Source {

  private Source() {}

  /** A style without comments, indentation and line ends. */
  static String css(String name) {
    return read(name)
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .map(String::strip)
        .collect(Collectors.joining());
  }

  /** A script without indentation and lines that are comments. */
  static String script(String name) {
    return read(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .collect(Collectors.joining("\n"));
  }

  private static String read(String name) {
    try (InputStream in = Source.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
