package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.Explanation.Why;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of one attempt.
 *
 * @param id the attempt
 * @param path where it can be made by hand
 * @param header the name of the field that the application wrote
 * @param line what the application asked for
 * @param received every cookie line of the answer
 * @param outcome the two compared
 * @param why the reason of whoever decided
 */
public record Row(
    String id,
    String path,
    String header,
    String line,
    List<Received> received,
    Outcome outcome,
    Why why) {
  private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*max-age=([0-9]{1,12})");
  private static final int LONGEST = 120;

  /** Asked and received, compared. */
  public enum Outcome {
    /** It arrived with the life asked for. */
    PASSED,
    /** It arrived, but is to be kept for a shorter time. */
    SHORTENED,
    /** It did not arrive. */
    BLOCKED
  }

  /**
   * One cookie line of an answer.
   *
   * @param place the status of the head that it stood in, or {@code trailer}
   * @param field the whole field
   */
  public record Received(String place, String field) {

    String value() {
      return field.substring(field.indexOf(':') + 1).strip();
    }
  }

  static Row of(Attempt attempt, List<Received> received, Why why) {
    return new Row(
        attempt.id(),
        attempt.path(),
        attempt.header(),
        brief(attempt.line()),
        received.stream().map(r -> new Received(r.place(), brief(r.field()))).toList(),
        outcome(attempt.line(), received),
        why);
  }

  /** What the gate adds on its own account, such as the end of an old cookie, is no result. */
  private static Outcome outcome(String line, List<Received> received) {
    List<String> results =
        received.stream()
            .map(Received::value)
            .filter(value -> name(value).equals(name(line)))
            .filter(value -> isDeletion(value) == isDeletion(line))
            .toList();
    if (results.isEmpty()) {
      return Outcome.BLOCKED;
    }
    boolean asAsked = results.stream().allMatch(value -> maxAge(value) >= maxAge(line));
    return asAsked ? Outcome.PASSED : Outcome.SHORTENED;
  }

  private static String name(String line) {
    String pair = line.split(";", 2)[0];
    int equals = pair.indexOf('=');
    return equals < 0 ? "" : pair.substring(0, equals).strip();
  }

  private static boolean isDeletion(String line) {
    return MAX_AGE.matcher(line).find() && maxAge(line) == 0;
  }

  private static long maxAge(String line) {
    Matcher matcher = MAX_AGE.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
