package io.github.consentgateway.traffic;

import inet.ipaddr.IPAddress;
import io.github.consentgateway.policy.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of one day (UTC), by which the addresses of that day become pseudonyms, for clients and
 * for networks apart. Only what is derived of it is in memory; once {@linkplain #destroy destroyed}
 * it makes no pseudonym any more, and nobody can find out what one of that day stood for.
 * Thread-safe.
 */
final class EpochKey {

  private static final String SCHEME = "consent-gate/v1/";
  private static final byte VERSION = 0x01;
  private static final byte IPV4 = 0x04;
  private static final byte IPV6 = 0x06;
  private static final int ADDRESS = 16;
  private static final int COMMITMENT = 4;

  /** How much of an address counts: a client, which has a whole IPv6 network, and its network. */
  private enum Scope {
    CLIENT("client", 32, 64),
    NET("net", 24, 48);

    private final String name;
    private final int ipv4Bits;
    private final int ipv6Bits;

    Scope(String name, int ipv4Bits, int ipv6Bits) {
      this.name = name;
      this.ipv4Bits = ipv4Bits;
      this.ipv6Bits = ipv6Bits;
    }
  }

  private final String epoch;
  private final LocalDate day;
  private final PrimedHmac client;
  private final PrimedHmac net;

  /** A key of 32 random octets for a day; {@code secret} is overwritten. */
  EpochKey(LocalDate day, byte[] secret, String site) {
    this.day = day;
    this.epoch = day + "#" + commitment(secret);
    PrimedHmac master = new PrimedHmac(secret);
    this.client = derived(master, Scope.CLIENT, site);
    this.net = derived(master, Scope.NET, site);
    master.wipe();
    Arrays.fill(secret, (byte) 0);
  }

  /** HKDF-Expand (RFC 5869, section 2.3) to one block. */
  private static PrimedHmac derived(PrimedHmac master, Scope scope, String site) {
    byte[] purpose = (SCHEME + scope.name + "\0" + site).getBytes(StandardCharsets.UTF_8);
    byte[] key = master.of(purpose, new byte[] {1}).orElseThrow();
    PrimedHmac derived = new PrimedHmac(key);
    Arrays.fill(key, (byte) 0);
    return derived;
  }

  /** What the key is called: whoever is shown it later can be sure that it is the same. */
  private static String commitment(byte[] secret) {
    byte[] purpose = (SCHEME + "commit\0").getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(purpose, secret), 0, COMMITMENT);
  }

  /** The day, and the beginning of a commitment to the key, such as {@code 2026-11-27#a1b2c3d4}. */
  String epoch() {
    return epoch;
  }

  LocalDate day() {
    return day;
  }

  /** What stands for the client; empty if the key is destroyed. */
  Optional<Pseudonym> client(ClientAddress address) {
    return pseudonym(client, Scope.CLIENT, address);
  }

  /** What stands for its network; empty if the key is destroyed. */
  Optional<Pseudonym> network(ClientAddress address) {
    return pseudonym(net, Scope.NET, address);
  }

  private static Optional<Pseudonym> pseudonym(PrimedHmac key, Scope scope, ClientAddress address) {
    int bits = address.isIpv4() ? scope.ipv4Bits : scope.ipv6Bits;
    byte[] input = input(address, bits);
    Optional<Pseudonym> pseudonym = key.of(input).map(Pseudonym::of);
    Arrays.fill(input, (byte) 0);
    return pseudonym;
  }

  /** Of fixed width, so that no two inputs can be read as one. */
  private static byte[] input(ClientAddress address, int bits) {
    IPAddress network = address.value().toZeroHost(bits).getLower();
    return ByteBuffer.allocate(3 + ADDRESS)
        .put(VERSION)
        .put(address.isIpv4() ? IPV4 : IPV6)
        .put((byte) bits)
        .put(network.isIPv4() ? mapped(network.getBytes()) : network.getBytes())
        .array();
  }

  private static byte[] mapped(byte[] ipv4) {
    return ByteBuffer.allocate(ADDRESS)
        .position(ADDRESS - ipv4.length - 2)
        .put((byte) -1)
        .put((byte) -1)
        .put(ipv4)
        .array();
  }

  /** Destroys the key; from now on there is no pseudonym of that day. */
  void destroy() {
    client.wipe();
    net.wipe();
  }

  /** Names the epoch and shows nothing of the key. */
  @Override
  public String toString() {
    return "EpochKey[" + epoch + "]";
  }
}
