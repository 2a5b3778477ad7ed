package io.github.consentgateway.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the demo keeps its keys. */
final class DataDirectory {

  private DataDirectory() {}

  /** The directory, created if it is not there yet, and proved to be writable. */
  static Path writable(Path directory) throws CannotStart {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "probe", null));
      return directory.toAbsolutePath().normalize();
    } catch (FileAlreadyExistsException e) {
      throw new CannotStart("--data: " + directory + " is a file, not a directory.", e);
    } catch (IOException e) {
      throw new CannotStart("--data: the directory " + directory + " cannot be written to.", e);
    }
  }
}
