package io.github.consentgateway.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A small file that only its owner may read. It appears whole or not at all: it is written under
 * another name, with its mode from the first moment, and then linked. On a file system without
 * POSIX modes the mode is left to the directory.
 */
record PrivateFile(Path path) {

  private static final int LARGEST = 65_536;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** The content; adds to {@code problems} if others may read it or it is too large. */
  byte[] read(List<String> problems) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      checkMode(view.readAttributes().permissions(), problems);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        problems.add("the file is larger than the 64 KiB that are allowed");
      }
      return content;
    }
  }

  private static void checkMode(Set<PosixFilePermission> mode, List<String> problems) {
    if (mode.stream().anyMatch(OTHERS::contains)) {
      problems.add(
          "mode %s lets others at the keys; rw------- (0600) is allowed"
              .formatted(PosixFilePermissions.toString(mode)));
    }
  }

  /** Creates the file with {@code content}, unless somebody else has created it meanwhile. */
  void createIfAbsent(byte[] content) throws IOException {
    Path whole = path.toAbsolutePath();
    Files.createDirectories(whole.resolveSibling(""), mode("rwx------"));
    Path draft = draft(whole, content);
    try {
      publish(draft);
    } catch (FileAlreadyExistsException e) {
      return; // theirs counts
    } finally {
      Files.delete(draft);
    }
  }

  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(
          draft, path, StandardCopyOption.COPY_ATTRIBUTES); // no links here; still no replace
    }
  }

  /** Replaces the content at once; a symbolic link stays and its target is replaced. */
  void replace(byte[] content) throws IOException {
    Path target = path.toRealPath();
    Path draft = draft(target, content);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path draft(Path beside, byte[] content) throws IOException {
    Path draft = beside.resolveSibling("." + beside.getFileName() + "." + UUID.randomUUID());
    Files.createFile(draft, mode("rw-------"));
    Files.write(draft, content, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    return draft;
  }

  private FileAttribute<?>[] mode(String mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
