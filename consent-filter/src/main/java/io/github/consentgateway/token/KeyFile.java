package io.github.consentgateway.token;

import io.github.consentgateway.token.JwkSet.StoredKey;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys in a JWK Set file (<a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>, {@code
 * kty: oct}, {@code alg: HS256}) that only its owner may read. The first key signs, all verify.
 *
 * <p>The file is created with one random key of 256 bits when it is absent; of several servers that
 * start at once on one directory, one creates it and all use it. A file that is not regular, that
 * others may read or replace, that belongs to neither this process's user nor root, or with a key
 * that is short, weak, published, unnamed or named twice, is refused as a whole. A file of root's
 * may be readable by its group, for that is how Kubernetes mounts a secret under {@code fsGroup}
 * (0440); links to regular files are followed. While the server runs a bad file is reported once
 * and the keys stay as they are.
 *
 * <p>Thread-safe. Rotate from one place only; other servers follow with their next {@link
 * #refresh()}.
 */
public final class KeyFile implements TokenKeys {

  private static final System.Logger LOG = System.getLogger(KeyFile.class.getName());

  private final PrivateFile file;
  private final Clock clock;
  private List<String> reported = List.of();
  private volatile KeyRing ring;

  private KeyFile(PrivateFile file, Clock clock, KeyRing ring) {
    this.file = file;
    this.clock = clock;
    this.ring = ring;
  }

  /**
   * Opens the file, creating it (mode 0600) and its directory (mode 0700) if absent.
   *
   * @param clock dates new keys
   * @throws KeyFileException if the file cannot be used, with all its problems
   */
  public static KeyFile open(Path path, Clock clock) {
    PrivateFile file = new PrivateFile(path);
    try {
      if (!Files.exists(path)) {
        file.createIfAbsent(new JwkSet(List.of(fresh(clock.instant()))).json());
      }
    } catch (IOException e) {
      throw new KeyFileException(List.of(unusable(path, e)));
    }
    return new KeyFile(file, clock, KeyRing.of(load(file).tokenKeys()));
  }

  private static StoredKey fresh(Instant now) {
    return new StoredKey(TokenKey.random(), Optional.of(now));
  }

  private static JwkSet load(PrivateFile file) {
    List<String> problems = new ArrayList<>();
    try {
      JwkSet set = JwkSet.read(file.read(problems), problems);
      if (problems.isEmpty()) {
        return set;
      }
    } catch (IOException e) {
      throw new KeyFileException(List.of(unusable(file.path(), e)));
    }
    throw new KeyFileException(problems.stream().map(p -> file.path() + ": " + p).toList());
  }

  private static String unusable(Path path, IOException e) {
    String why = e instanceof NoSuchFileException ? "is gone" : "cannot be used";
    return "%s: %s (%s); a file that its owner can read and write is required"
        .formatted(path, why, e.getClass().getSimpleName());
  }

  @Override
  public KeyRing ring() {
    return ring;
  }

  /**
   * Takes over the file's keys if they have changed. A file that must not be used is reported once
   * and changes nothing.
   *
   * @return whether the keys have changed
   */
  public synchronized boolean refresh() {
    try {
      boolean changed = adopt(load(file));
      reported = List.of();
      return changed;
    } catch (KeyFileException e) {
      if (!e.problems().equals(reported)) {
        reported = e.problems();
        LOG.log(Level.ERROR, "The keys stay as they are: {0}", e.getMessage());
      }
      return false;
    }
  }

  private boolean adopt(JwkSet set) {
    boolean changed = !set.tokenKeys().equals(ring.keys());
    if (changed) {
      ring = KeyRing.of(set.tokenKeys());
    }
    return changed;
  }

  /**
   * Puts a new key in front, which signs from now on. The others verify until the last cookie that
   * they signed has ended, 390 days after their successor was made; then they go.
   *
   * @throws KeyFileException if the file cannot be used or written; nothing has changed then
   */
  public synchronized void rotate() {
    try {
      adopt(file.alone(this::rotatedFile));
    } catch (IOException e) {
      throw new KeyFileException(List.of(unusable(file.path(), e)));
    }
  }

  private JwkSet rotatedFile() throws IOException {
    JwkSet rotated = rotated(load(file).keys(), clock.instant());
    file.replace(rotated.json());
    return rotated;
  }

  private static JwkSet rotated(List<StoredKey> old, Instant now) {
    List<StoredKey> keys = new ArrayList<>(List.of(fresh(now)));
    for (StoredKey key : old) {
      Optional<Instant> replaced = keys.get(keys.size() - 1).made();
      if (replaced.filter(at -> at.plus(DayRules.LIFE).isBefore(now)).isEmpty()) {
        keys.add(key);
      }
    }
    return new JwkSet(keys);
  }

  /** Names the file and shows nothing of its keys. */
  @Override
  public String toString() {
    return "KeyFile[" + file.path() + "]";
  }
}
