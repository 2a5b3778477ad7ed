package io.github.consentgateway.token;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may have a file of secrets in hand, by POSIX owner and mode. A file of this process's user is
 * for nobody else. One of root's may be readable by the group that root has given it to, since so
 * Kubernetes hands a secret to a process that is not root.
 *
 * @param user who runs this process; empty where the system has no name for that user, and then the
 *     mode decides alone
 */
record Custody(Optional<String> user) {

  private static final String ROOT = "root";
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> GIVEN =
      PosixFilePermissions.fromString("rwxr-----");
  private static final Set<PosixFilePermission> STRANGERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  static Custody ofThisProcess() {
    return new Custody(ProcessHandle.current().info().user());
  }

  /** What is wrong with a file of this owner and mode, one sentence each. */
  List<String> problems(String owner, Set<PosixFilePermission> mode) {
    boolean ours = user.filter(owner::equals).isPresent();
    boolean roots = owner.equals(ROOT);
    boolean given = roots && !ours;
    List<String> problems = new ArrayList<>();
    if (!ours && !roots && user.isPresent()) {
      problems.add(
          "the file belongs to %s; one of %s is allowed"
              .formatted(owner, String.join(" or ", new TreeSet<>(List.of(user.get(), ROOT)))));
    }
    if (!(given ? GIVEN : OWN).containsAll(mode)) {
      problems.add(
          "mode %s lets others at the keys; %s is allowed"
              .formatted(
                  PosixFilePermissions.toString(mode),
                  given ? "r--r----- (0440)" : "rw------- (0600)"));
    }
    return problems;
  }

  /** Whether in a directory of this mode anybody but its owner may replace a file. */
  static boolean isOpen(Set<PosixFilePermission> directory, boolean sticky) {
    return !sticky && directory.stream().anyMatch(STRANGERS_WRITE::contains);
  }
}
