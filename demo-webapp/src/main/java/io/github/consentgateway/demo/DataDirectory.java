package io.github.consentgateway.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the demo keeps its keys. */
final class DataDirectory {

  private DataDirectory() {}

  /** The directory, created (mode 0700) if it is not there yet, and proved to be writable. */
  static Path writable(Path directory) throws CannotStart {
    try {
      Files.createDirectories(directory, ownerOnly(directory));
      Files.delete(Files.createTempFile(directory, "probe", null));
      return directory.toAbsolutePath().normalize();
    } catch (FileAlreadyExistsException e) {
      throw new CannotStart("--data: " + directory + " is a file, not a directory.", e);
    } catch (IOException e) {
      throw new CannotStart("--data: the directory " + directory + " cannot be written to.", e);
    }
  }

  /** Keys are refused in a directory that others may write to, as some umasks would make it. */
  private static FileAttribute<?>[] ownerOnly(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
