package io.github.consentgateway.policy;

/**
 * Something to say about a place in the policy file.
 *
 * @param line the line, counted from 1; 0 if the remark concerns no place in the file
 * @param column the column, counted from 1; 0 if the remark concerns no place in the file
 * @param message what is wrong, the bad value, and what is allowed
 */
public record Problem(int line, int column, String message) {

  /** This remark as one line of text, such as {@code consent.yaml:12:5: dpo is missing}. */
  public String in(String place) {
    return line == 0 ? place + ": " + message : place + ":" + line + ":" + column + ": " + message;
  }
}
