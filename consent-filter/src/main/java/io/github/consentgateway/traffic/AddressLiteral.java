package io.github.consentgateway.traffic;

import java.util.Optional;

/**
 * Reads the literal of an IPv4 or IPv6 address: four decimal numbers without leading zeros, or the
 * forms of <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291</a>, and nothing
 * else. It asks nobody and makes nothing but the address. Confined to one thread.
 */
final class AddressLiteral {

  private static final int GROUPS = 8;
  private static final int GROUP_BITS = 16;
  private static final int LONGEST_GROUP = 4;
  private static final int IPV4_GROUPS = 2;
  private static final int LARGEST_OCTET = 255;
  private static final long IPV4_MARK = 0xffff_0000_0000L;
  private static final int NONE = -1;

  private final String text;
  private int at;
  private long high;
  private long low;
  private int groups;

  private AddressLiteral(String text) {
    this.text = text;
  }

  static Optional<ClientAddress> read(String text) {
    AddressLiteral literal = new AddressLiteral(text);
    return text.indexOf(':') < 0 ? literal.ipv4() : literal.ipv6();
  }

  private Optional<ClientAddress> ipv4() {
    long address = quad();
    return address == NONE
        ? Optional.empty()
        : Optional.of(new ClientAddress(0, IPV4_MARK | address));
  }

  /** Four numbers with dots, to the end of the text. */
  private long quad() {
    long address = 0;
    for (int octets = 1; octets <= 4; octets++) {
      int octet = octet();
      boolean follows = octets == 4 ? at == text.length() : isNext('.');
      if (octet == NONE || !follows) {
        return NONE;
      }
      at++;
      address = (address << 8) | octet;
    }
    return address;
  }

  private int octet() {
    int from = at;
    int value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = value * 10 + text.charAt(at) - '0';
      at++;
      if (value > LARGEST_OCTET || (at - from > 1 && text.charAt(from) == '0')) {
        return NONE;
      }
    }
    return at == from ? NONE : value;
  }

  private boolean isNext(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private Optional<ClientAddress> ipv6() {
    if (gap()) {
      return aroundGap();
    }
    if (!groups(true)) {
      return Optional.empty();
    }
    return gap() ? aroundGap() : whole();
  }

  private boolean gap() {
    boolean gap = text.startsWith("::", at);
    at += gap ? 2 : 0;
    return gap;
  }

  private Optional<ClientAddress> whole() {
    return at == text.length() && groups == GROUPS
        ? Optional.of(new ClientAddress(high, low))
        : Optional.empty();
  }

  /** A gap stands for one group of zeros at least. */
  private Optional<ClientAddress> aroundGap() {
    long headHigh = high;
    long headLow = low;
    int head = groups;
    high = 0;
    low = 0;
    groups = 0;
    boolean read = at == text.length() || groups(false);
    if (!read || at != text.length() || head + groups >= GROUPS) {
      return Optional.empty();
    }
    int empty = (GROUPS - head) * GROUP_BITS;
    long first = empty >= Long.SIZE ? shifted(headLow, empty - Long.SIZE) : headHigh << empty;
    long carried = empty >= Long.SIZE ? 0 : headLow >>> (Long.SIZE - empty);
    return Optional.of(new ClientAddress(first | carried | high, shifted(headLow, empty) | low));
  }

  private static long shifted(long bits, int by) {
    return by >= Long.SIZE ? 0 : bits << by;
  }

  /** Groups by colons, up to a gap or the end; the last two may be written as IPv4. */
  private boolean groups(boolean gapMayFollow) {
    while (groups < GROUPS) {
      int from = at;
      int group = group();
      if (isNext('.')) {
        at = from;
        return embedded();
      }
      if (group == NONE) {
        return false;
      }
      push(group);
      if (!isNext(':')) {
        return true;
      }
      if (text.startsWith("::", at)) {
        return gapMayFollow;
      }
      at++;
    }
    return false;
  }

  private int group() {
    int from = at;
    int value = 0;
    while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
      value = (value << 4) | Character.digit(text.charAt(at), 16);
      at++;
      if (at - from > LONGEST_GROUP) {
        return NONE;
      }
    }
    return at == from ? NONE : value;
  }

  private boolean embedded() {
    if (groups > GROUPS - IPV4_GROUPS) {
      return false;
    }
    long quad = quad();
    at--;
    if (quad == NONE) {
      return false;
    }
    push((int) (quad >>> GROUP_BITS));
    push((int) (quad & 0xffff));
    return true;
  }

  private void push(int group) {
    high = (high << GROUP_BITS) | (low >>> (Long.SIZE - GROUP_BITS));
    low = (low << GROUP_BITS) | group;
    groups++;
  }
}
