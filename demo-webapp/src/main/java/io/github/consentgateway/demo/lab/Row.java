package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.Explanation.Why;
import java.util.List;
import java.util.Optional;
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
    List<Shown> received,
    Outcome outcome,
    Why why) {
  private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*max-age=([0-9]{1,12})");
  private static final int LONGEST = 120;

  /** The cookie may leave, but this is no way for any cookie. */
  private static final Why NO_PLACE =
      new Why("NO_PLACE", "A cookie has no place there.", false, Optional.empty());

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
  record Received(String place, String field) {

    /**
     * Whether this comes from the line that the application set. What the gate adds on its own
     * account, such as the end of an old cookie, does not.
     */
    boolean answers(String line) {
      return name(value()).equals(name(line)) && isDeletion(value()) == isDeletion(line);
    }

    String value() {
      return field.substring(field.indexOf(':') + 1).strip();
    }
  }

  /**
   * A received line as the page shows it.
   *
   * @param place the status of the head that it stood in, or {@code trailer}
   * @param field the field, cut if it is long
   * @param asked whether the application asked for it
   */
  public record Shown(String place, String field, boolean asked) {}

  static Row of(Attempt attempt, List<Received> received, Why why) {
    String line = attempt.line();
    List<String> results =
        received.stream().filter(r -> r.answers(line)).map(Received::value).toList();
    return new Row(
        attempt.id(),
        attempt.path(),
        attempt.header(),
        brief(line),
        received.stream()
            .map(r -> new Shown(r.place(), brief(r.field()), r.answers(line)))
            .toList(),
        outcome(line, results),
        results.isEmpty() && why.passes() ? NO_PLACE : why);
  }

  private static Outcome outcome(String line, List<String> results) {
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
