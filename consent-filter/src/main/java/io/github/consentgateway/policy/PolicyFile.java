package io.github.consentgateway.policy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A policy file that may change while the site runs. A valid change takes effect at once and as a
 * whole; an invalid, half-written or missing file is reported once through {@link System.Logger},
 * and the policy in force stays. A change should be written to another file and moved into place; a
 * file that ends within a line is taken for half written. Safe for several threads; it has none of
 * its own: somebody calls {@link #refresh} now and then.
 */
public final class PolicyFile {

  private static final Logger LOG = System.getLogger(PolicyFile.class.getName());
  private static final byte[] UNREADABLE = {};

  private final Path file;
  private final UnaryOperator<ConsentPolicy> adjustment;
  private final Clock clock;
  private byte[] seen;
  private volatile ConsentPolicy current;

  /**
   * Reads the file for the first time.
   *
   * @param adjustment what is done to each policy before it is used, such as {@link
   *     ConsentPolicy#withSite}; if it throws a {@link PolicyException}, the policy is not used
   * @param clock tells how long ago a measurement was reviewed
   * @throws PolicyException with all problems, if the file cannot be read or may not be used
   */
  public PolicyFile(Path file, UnaryOperator<ConsentPolicy> adjustment, Clock clock) {
    this.file = file;
    this.adjustment = adjustment;
    this.clock = clock;
    this.seen = PolicyText.bytes(file);
    this.current = policy(seen);
  }

  /** The policy in force. */
  public ConsentPolicy current() {
    return current;
  }

  /**
   * Reads the file again. The bytes are compared rather than the date, which is too coarse on some
   * file systems; a policy is small.
   *
   * @return whether another policy is in force now
   */
  public synchronized boolean refresh() {
    try {
      return replace(PolicyText.bytes(file));
    } catch (PolicyException e) {
      return report(UNREADABLE, e);
    }
  }

  private boolean replace(byte[] bytes) {
    if (Arrays.equals(bytes, seen)) {
      return false;
    }
    try {
      refuseHalf(bytes);
      current = policy(bytes);
      seen = bytes;
      return true;
    } catch (PolicyException e) {
      return report(bytes, e);
    }
  }

  /** A file cut anywhere can be a valid policy, only a poorer one; a cut rarely ends a line. */
  private void refuseHalf(byte[] bytes) {
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw PolicyText.refusal(file.toString(), "the file ends within a line, as if half written");
    }
  }

  private boolean report(byte[] bytes, PolicyException refusal) {
    if (!Arrays.equals(bytes, seen)) {
      seen = bytes;
      LOG.log(
          Level.WARNING, "policy file refused, the former policy stays\n" + refusal.getMessage());
    }
    return false;
  }

  private ConsentPolicy policy(byte[] bytes) {
    return adjustment.apply(ConsentPolicy.read(bytes, file.toString(), clock));
  }
}
