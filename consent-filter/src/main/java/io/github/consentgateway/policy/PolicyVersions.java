package io.github.consentgateway.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of policy versions as people read it: runs of digits count as numbers, so that 1.10
 * comes after 1.9, and a day as ISO 8601 writes it after an earlier one.
 */
public final class PolicyVersions {

  private static final Pattern PARTS = Pattern.compile("[0-9]+|[^0-9]+");

  private PolicyVersions() {}

  /** Less than zero if {@code one} comes before {@code other}, zero if they are equal. */
  public static int compare(String one, String other) {
    List<String> left = parts(one);
    List<String> right = parts(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareParts(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> parts(String version) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PARTS.matcher(version);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }

  private static int compareParts(String left, String right) {
    return isNumber(left) && isNumber(right)
        ? new BigInteger(left).compareTo(new BigInteger(right))
        : left.compareTo(right);
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
