package io.github.consentgateway.token;

import java.util.List;

/**
 * A key file that must not be used. It tells every problem at once, each with its place and what is
 * allowed instead, and nothing of a key.
 */
public final class KeyFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list of the JDK, which is serializable
  private final List<String> problems;

  KeyFileException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
