package io.github.consentgateway.traffic;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** What another reader of addresses makes of a text. */
final class IpaddressLibrary {

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
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

  private IpaddressLibrary() {}

  /** The 16 octets of an address; those of IPv4 as {@code ::ffff:0:0/96} has them. */
  static Optional<byte[]> octets(String literal) {
    try {
      IPAddress read = new IPAddressString(literal, STRICT).toAddress();
      return Optional.of(
          read.isIPv4() ? read.toIPv4().getIPv4MappedAddress().getBytes() : read.getBytes());
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }
}
