package io.github.consentgateway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The file that says which cookies there are and what they are for. */
final class Registry {
  private static final String BUILT_IN = "/consent.yaml";
  private static final String COPY = "built-in-consent.yaml";

  private Registry() {}

  /** The file that the person at the terminal named. */
  static Path given(Path file) throws CannotStart {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("--config: there is no file " + file + ".");
    }
    if (!Files.isReadable(file)) {
      throw new CannotStart("--config: the file " + file + " cannot be read.");
    }
    return file;
  }

  /** The built-in file, laid out in {@code directory} anew, since the gateway wants a real one. */
  static Path builtIn(Path directory) throws CannotStart {
    Path copy = directory.resolve(COPY);
    try (InputStream in = Registry.class.getResourceAsStream(BUILT_IN)) {
      Objects.requireNonNull(in, "consent.yaml is missing from the jar");
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new CannotStart("--data: the file " + copy + " cannot be written.", e);
    }
  }
}
