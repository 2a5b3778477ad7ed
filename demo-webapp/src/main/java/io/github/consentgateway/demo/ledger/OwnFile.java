package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that its owner alone may read (mode 0600). */
record OwnFile(Path path) {

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /**
   * Writes all of it.
   *
   * @param replace whether one that is there is replaced, and not written through
   * @throws LedgerException if it cannot be written, or is there
   */
  void write(String text, boolean replace) {
    try {
      if (replace) {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        create(draft, text);
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      } else {
        create(path, text);
      }
    } catch (FileAlreadyExistsException e) {
      throw new LedgerException(e.getFile() + " exists", e);
    } catch (IOException e) {
      throw new LedgerException(path + ": cannot be written", e);
    }
  }

  private static void create(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, ownerOnly(file))) {
      ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (octets.hasRemaining()) {
        channel.write(octets);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
