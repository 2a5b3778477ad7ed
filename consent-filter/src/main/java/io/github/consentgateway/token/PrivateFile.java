package io.github.consentgateway.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A small file that only its owner may read. It appears whole or not at all: it is written under
 * another name, with its mode from the first moment, and then linked. On a file system without
 * POSIX modes owner and mode are not looked at.
 */
record PrivateFile(Path path) {

  private static final int LARGEST = 65_536;
  private static final int STICKY = 01000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Custody CUSTODY = Custody.ofThisProcess();

  /**
   * The content; adds to {@code problems} if others may read or replace it or it is too large.
   *
   * @throws KeyFileException if it is no regular file: opening a pipe would wait for its writer
   */
  byte[] read(List<String> problems) throws IOException {
    Path target = path.toRealPath();
    if (!Files.isRegularFile(target)) {
      refuse("no regular file; a regular file, or a link to one, is allowed");
    }
    checkCustody(target, problems);
    try (InputStream in = Files.newInputStream(target)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        problems.add("the file is larger than the 64 KiB that are allowed");
      }
      return content;
    }
  }

  private void checkCustody(Path target, List<String> problems) throws IOException {
    if (isPosix()) {
      PosixFileAttributes file = Files.readAttributes(target, PosixFileAttributes.class);
      problems.addAll(CUSTODY.problems(file.owner().getName(), file.permissions()));
      openDirectory(path).ifPresent(problems::add);
      if (Files.isSymbolicLink(path)) {
        openDirectory(target).ifPresent(problems::add);
      }
    }
  }

  /** Whoever may replace a file need not read it. */
  private Optional<String> openDirectory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().resolveSibling("");
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(directory);
    boolean sticky = ((int) Files.getAttribute(directory, "unix:mode") & STICKY) != 0;
    return Custody.isOpen(mode, sticky)
        ? Optional.of(
            "mode %s of the directory %s lets others replace the file; rwx------ (0700) is allowed"
                .formatted(PosixFilePermissions.toString(mode), directory))
        : Optional.empty();
  }

  private void refuse(String why) {
    throw new KeyFileException(List.of(path + ": " + why));
  }

  /** Creates the file with {@code content}, unless somebody else has created it meanwhile. */
  void createIfAbsent(byte[] content) throws IOException {
    Path whole = path.toAbsolutePath();
    Files.createDirectories(whole.resolveSibling(""), mode("rwx------"));
    if (isPosix()) {
      openDirectory(whole).ifPresent(this::refuse);
    }
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

  /** What is done with a file that nobody else changes meanwhile. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException;
  }

  /**
   * Reads and replaces the content while nobody else does so: neither another process nor another
   * thread, or another application, of this one. A file beside it (mode 0600), which stays, tells
   * them to wait, for five seconds at most.
   */
  <T> T alone(Change<T> change) throws IOException {
    Path target = path.toRealPath();
    Path lock = target.resolveSibling("." + target.getFileName() + ".lock");
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (FileChannel channel = FileChannel.open(lock, options, mode("rw-------"))) {
      while (!isLocked(channel)) {
        if (System.nanoTime() - until > 0) {
          throw new IOException("somebody else is changing the file");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return change.make();
    }
  }

  /** A lock ends with its channel. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held in this process
    }
  }

  /** Replaces the content at once; a symbolic link stays and its target is replaced. */
  void replace(byte[] content) throws IOException {
    Path target = path.toRealPath();
    Path draft = draft(target, content);
    try {
      keepOwner(target, draft);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whoever may replace the file of another, as root may, must not take it from them. */
  private void keepOwner(Path target, Path draft) throws IOException {
    if (isPosix() && !Files.getOwner(target).equals(Files.getOwner(draft))) {
      Files.setOwner(draft, Files.getOwner(target));
    }
  }

  /**
   * Replaces the content at once, and overwrites the one before as far as the file system lets it.
   */
  void replaceForGood(byte[] content) throws IOException {
    Path target = path.toRealPath();
    try (FileChannel before = FileChannel.open(target, StandardOpenOption.WRITE)) {
      replace(content);
      makeDurable(target.toAbsolutePath().resolveSibling(""));
      before.write(ByteBuffer.allocate(Math.toIntExact(before.size())), 0);
      before.force(true);
    }
  }

  /** The new name must be durable before the old content goes; not all systems open directories. */
  private static void makeDurable(Path directory) throws IOException {
    try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    } catch (AccessDeniedException e) {
      return;
    }
  }

  private Path draft(Path beside, byte[] content) throws IOException {
    Path draft = beside.resolveSibling("." + beside.getFileName() + "." + UUID.randomUUID());
    Files.createFile(draft, mode("rw-------"));
    Files.write(draft, content, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    return draft;
  }

  private FileAttribute<?>[] mode(String mode) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether files have owners and modes here, the sticky bit of directories among them. */
  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }
}
