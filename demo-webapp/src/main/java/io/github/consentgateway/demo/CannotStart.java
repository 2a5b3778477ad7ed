package io.github.consentgateway.demo;

/** Why the demo cannot start, as one sentence for the person at the terminal. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1;

  CannotStart(String sentence) {
    super(sentence);
  }

  CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
