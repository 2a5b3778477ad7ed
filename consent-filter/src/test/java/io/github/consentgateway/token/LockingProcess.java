package io.github.consentgateway.token;

import io.github.consentgateway.ChildJvm;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own that holds a lock from when it says so until its input ends. */
final class LockingProcess {

  private LockingProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      System.out.println(held.isValid());
      while (System.in.read() >= 0) {}
    }
  }

  /** Starts one and waits until it holds the lock. */
  static Process holding(Path lock) throws IOException {
    Process process = ChildJvm.of(LockingProcess.class, lock.toString()).start();
    if (process.getInputStream().read() != 't') {
      throw new AssertionError("the other process has no lock");
    }
    return process;
  }
}
