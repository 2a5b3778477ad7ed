package io.github.consentgateway.traffic;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a client, from a strict literal; names are never looked up. An IPv4 address in
 * IPv6 clothes ({@code ::ffff:192.0.2.1}) is that IPv4 address, a zone does not count. Immutable;
 * shows nothing of itself.
 */
public final class ClientAddress {

  /** The longest literal is an IPv6 address with an IPv4 end. */
  private static final int LONGEST = 45;

  /** The reader below takes space around a literal as well. */
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowBinary(false)
          .allowLeadingZeros(false)
          .allowUnlimitedLeadingZeros(false)
          .allowPrefixesBeyondAddressSize(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowBase85(false)
          .allowBinary(false)
          .allowUnlimitedLeadingZeros(false)
          .allowPrefixesBeyondAddressSize(false)
          .allowZone(false)
          .getEmbeddedIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowBinary(false)
          .allowLeadingZeros(false)
          .getEmbeddedIPv4AddressParentBuilder()
          .getParentBuilder()
          .toParams();

  private final IPAddress address;

  private ClientAddress(IPAddress address) {
    this.address = address;
  }

  /** The address that a literal stands for; empty for anything else. */
  public static Optional<ClientAddress> of(String literal) {
    String bare = withoutZone(literal);
    return bare.length() <= LONGEST && LITERAL.matcher(bare).matches()
        ? parsed(bare).map(ClientAddress::canonical).map(ClientAddress::new)
        : Optional.empty();
  }

  /** RFC 4007: a zone is of this machine only. IPv4 has none. */
  private static String withoutZone(String literal) {
    int zone = literal.indexOf('%');
    return zone > 0 && literal.lastIndexOf(':', zone) >= 0 ? literal.substring(0, zone) : literal;
  }

  private static Optional<IPAddress> parsed(String literal) {
    try {
      return Optional.of(new IPAddressString(literal, STRICT).toAddress());
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }

  private static IPAddress canonical(IPAddress read) {
    return read.isIPv6() && read.toIPv6().isIPv4Mapped()
        ? read.toIPv6().getEmbeddedIPv4Address()
        : read;
  }

  IPAddress value() {
    return address;
  }

  boolean isIpv4() {
    return address.isIPv4();
  }

  /** Two literals of one address are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ClientAddress that && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  /** Shows nothing of the address. */
  @Override
  public String toString() {
    return "ClientAddress";
  }
}
