package io.github.consentgateway.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this node remembers of the chains that it has written, in a file beside the database: a copy
 * of the database from before, brought back in its place, is whole in itself, and lacks what the
 * file tells of. One signed head a line; those that the database lacks stay until somebody deletes
 * the file.
 */
final class KnownHeads {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final int MOST = 16;

  private final Optional<Path> file;
  private final Signer signer;
  private final List<String> missed = new ArrayList<>();
  private boolean reported;

  KnownHeads(Optional<Path> file, Signer signer) {
    this.file = file;
    this.signer = signer;
  }

  /** The heads in a file; none if there is no such file. */
  static List<String> read(Path file) {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.subList(0, Math.min(MOST, lines.size()));
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be read", e);
    }
  }

  /** Looks for what is remembered in the database, and says if it is not there. */
  void compare(Sources sources) {
    for (String jws : file.map(KnownHeads::read).orElse(List.of())) {
      Optional<SaidHead> said = SaidHead.of(jws, signer);
      if (said.isPresent()
          && !sources.ask("The ledger cannot be read", to -> holds(to, said.get()))) {
        missed.add(jws);
      }
    }
    if (!missed.isEmpty()) {
      LOG.log(
          Level.ERROR,
          "The ledger lacks records that this node has kept: an older copy was brought back, or"
              + " something was taken out. Verify it; delete {0} once it is explained",
          file.map(Path::toString).orElse(""));
    }
  }

  private static boolean holds(Connection connection, SaidHead said) throws SQLException {
    Optional<Hash> kept =
        Sql.first(
            connection,
            row -> Hash.kept(row.getBytes(1)),
            "SELECT hash FROM consent_record WHERE chain = ? AND seq = ?",
            said.chain().id(),
            said.seq());
    return kept.isPresent() ? kept.get().equals(said.hash()) : isPurged(connection, said);
  }

  private static boolean isPurged(Connection connection, SaidHead said) throws SQLException {
    return Sql.first(
            connection,
            row -> true,
            "SELECT 1 FROM consent_span WHERE chain = ? AND first_seq <= ? AND last_seq >= ?"
                + " AND certificate IS NOT NULL",
            said.chain().id(),
            said.seq(),
            said.seq())
        .orElse(false);
  }

  /** Remembers a head that is in the database. */
  void keep(SignedHead head) {
    if (file.isPresent()) {
      List<String> lines = new ArrayList<>(missed.subList(0, Math.min(MOST - 1, missed.size())));
      lines.add(head.jws());
      write(file.get(), lines);
    }
  }

  private void write(Path target, List<String> lines) {
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(draft, OwnerOnly.of(draft));
      Files.write(draft, lines);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      reported = false;
    } catch (IOException e) {
      if (!reported) {
        reported = true;
        LOG.log(Level.WARNING, "{0} cannot be written: a later loss may go unnoticed", target);
      }
    }
  }
}
