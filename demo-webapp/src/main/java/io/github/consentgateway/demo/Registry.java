package io.github.consentgateway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that says which cookies there are and what they are for.
 *
 * @param file where it is; inside the jar there is none
 * @param text what it says
 */
record Registry(@Nullable Path file, String text) {
  private static final long LONGEST = 1 << 20;
  private static final String BUILT_IN = "consent.yaml";

  /** The given file, or the one built in. */
  static Registry find(@Nullable Path file) throws CannotStart {
    return file == null ? builtIn() : read(file);
  }

  static Registry builtIn() {
    try (InputStream in = Registry.class.getResourceAsStream("/" + BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException(BUILT_IN + " is missing from the jar");
      }
      return new Registry(
          null, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Registry read(Path file) throws CannotStart {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("--config: there is no file " + file + ".");
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw new CannotStart("--config: " + file + " is larger than 1 MiB.");
      }
      return new Registry(file, Files.readString(file));
    } catch (IOException e) {
      throw new CannotStart("--config: " + file + " cannot be read as UTF-8 text.", e);
    }
  }
}
