package io.github.consentgateway.traffic;

import java.util.Optional;

/**
 * The address of a client, from a strict literal; names are never looked up. An IPv4 address in
 * IPv6 clothes ({@code ::ffff:192.0.2.1}) is that IPv4 address, a zone does not count. Immutable;
 * shows nothing of itself.
 */
public final class ClientAddress {

  /** The longest literal is an IPv6 address with an IPv4 end. */
  private static final int LONGEST = 45;

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;
  private static final int IPV4_MARK = 0xffff;

  /** The 128 bits; those of IPv4 as {@code ::ffff:0:0/96} has them. */
  private final long high;

  private final long low;

  ClientAddress(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** The address that a literal stands for; empty for anything else. */
  public static Optional<ClientAddress> of(String literal) {
    int end = endWithoutZone(literal);
    return end <= LONGEST
        ? AddressLiteral.read(end == literal.length() ? literal : literal.substring(0, end))
        : Optional.empty();
  }

  /** RFC 4007: a zone is of this machine only. IPv4 has none. */
  private static int endWithoutZone(String literal) {
    int zone = literal.indexOf('%');
    return zone > 0 && literal.lastIndexOf(':', zone) >= 0 ? zone : literal.length();
  }

  boolean isIpv4() {
    return high == 0 && low >>> IPV4_BITS == IPV4_MARK;
  }

  /** The number of bits of an address of this family. */
  int length() {
    return isIpv4() ? IPV4_BITS : IPV6_BITS;
  }

  /** The network that the first bits of an address of this family name; the others are zero. */
  ClientAddress network(int bits) {
    int all = isIpv4() ? IPV6_BITS - IPV4_BITS + bits : bits;
    return new ClientAddress(high & mask(all), low & mask(all - Long.SIZE));
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : -1L << Math.max(0, Long.SIZE - bits);
  }

  /** Writes the 16 octets in the order of the network. */
  void writeTo(byte[] octets, int at) {
    for (int i = 0; i < Long.BYTES; i++) {
      int shift = Long.SIZE - Byte.SIZE * (i + 1);
      octets[at + i] = (byte) (high >>> shift);
      octets[at + Long.BYTES + i] = (byte) (low >>> shift);
    }
  }

  /** Two literals of one address are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ClientAddress that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + low);
  }

  /** Shows nothing of the address. */
  @Override
  public String toString() {
    return "ClientAddress";
  }
}
