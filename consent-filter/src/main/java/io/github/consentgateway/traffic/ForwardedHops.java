package io.github.consentgateway.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clients that a chain of proxies has named, the nearest first. Work is bounded: of the fields
 * together the last 2,048 characters count, and of these 32 hops.
 */
final class ForwardedHops {

  static final int LONGEST = 2_048;
  static final int MOST = 32;

  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\";,]*)\\s*");

  /** An address, in brackets if it has colons, with or without a port. */
  private static final Pattern NODE =
      Pattern.compile("(?:\\[([^\\]]*)\\]|([^:\\[\\]]*))(?::[0-9]{1,5}|:_[0-9A-Za-z._-]+)?");

  private ForwardedHops() {}

  /** Each hop as an address; empty for one that names none, and where the bounds are reached. */
  static List<Optional<ClientAddress>> of(List<String> lines, TrustedProxies.Field field) {
    String all = String.join(",", lines);
    String last = all.substring(Math.max(0, all.length() - LONGEST));
    List<Optional<ClientAddress>> hops = new ArrayList<>();
    int end = last.length();
    while (end >= 0 && hops.size() < MOST) {
      int begin = commaBefore(last, end, field);
      String hop = last.substring(begin + 1, end);
      if (!hop.isBlank()) {
        hops.add(hop(hop, field));
      }
      end = begin;
    }
    boolean cut = last.length() < all.length();
    if (end < 0 && cut && !hops.isEmpty()) {
      hops.remove(hops.size() - 1);
    }
    if (end >= 0 || cut) {
      hops.add(Optional.empty());
    }
    return hops;
  }

  /** The comma in front of a hop; one between quotation marks is none. */
  private static int commaBefore(String text, int end, TrustedProxies.Field field) {
    boolean quoted = false;
    for (int at = end - 1; at >= 0; at--) {
      char c = text.charAt(at);
      quoted ^= c == '"' && field == TrustedProxies.Field.FORWARDED;
      if (c == ',' && !quoted) {
        return at;
      }
    }
    return -1;
  }

  private static Optional<ClientAddress> hop(String hop, TrustedProxies.Field field) {
    return field == TrustedProxies.Field.FORWARDED
        ? element(hop).flatMap(ForwardedHops::node)
        : ClientAddress.of(hop.strip()).or(() -> node(hop.strip()));
  }

  /** The value of {@code for}, which must be there once. */
  private static Optional<String> element(String element) {
    Optional<String> named = Optional.empty();
    for (String pair : pairs(element)) {
      Matcher read = PAIR.matcher(pair);
      if (!read.matches()) {
        return Optional.empty();
      }
      if (read.group(1).equalsIgnoreCase("for")) {
        if (named.isPresent()) {
          return Optional.empty();
        }
        named = Optional.of(unquoted(read.group(2)));
      }
    }
    return named;
  }

  private static List<String> pairs(String element) {
    List<String> pairs = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int at = 0; at < element.length(); at++) {
      char c = element.charAt(at);
      quoted ^= c == '"';
      if (c == ';' && !quoted) {
        pairs.add(element.substring(from, at));
        from = at + 1;
      }
    }
    pairs.add(element.substring(from));
    return pairs;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }

  private static Optional<ClientAddress> node(String node) {
    Matcher read = NODE.matcher(node);
    if (!read.matches()) {
      return Optional.empty();
    }
    Optional<ClientAddress> bracketed =
        Optional.ofNullable(read.group(1)).flatMap(ClientAddress::of);
    // Brackets are for colons.
    return read.group(1) != null
        ? bracketed.filter(address -> read.group(1).indexOf(':') >= 0)
        : ClientAddress.of(read.group(2));
  }
}
