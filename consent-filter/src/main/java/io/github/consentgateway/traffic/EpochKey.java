package io.github.consentgateway.traffic;

import io.github.consentgateway.policy.Sha256;
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
  private static final long MILLIS_A_DAY = 86_400_000;
  private static final int HEAD = 3;
  private static final int MESSAGE = HEAD + 16;
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

  private final Optional<String> epoch;
  private final Optional<EpochKey> self = Optional.of(this);
  private final LocalDate day;
  private final long epochDay;
  private final WipeableHmac client;
  private final WipeableHmac net;

  /** A key of 32 random octets for a day; {@code secret} is overwritten. */
  EpochKey(LocalDate day, byte[] secret, String site) {
    this.day = day;
    this.epochDay = day.toEpochDay();
    this.epoch = Optional.of(day + "#" + commitment(secret));
    WipeableHmac master = new WipeableHmac(secret);
    this.client = derived(master, Scope.CLIENT, site);
    this.net = derived(master, Scope.NET, site);
    master.wipe();
    Arrays.fill(secret, (byte) 0);
  }

  /** HKDF-Expand (RFC 5869, section 2.3) to one block. */
  private static WipeableHmac derived(WipeableHmac master, Scope scope, String site) {
    byte[] block = (SCHEME + scope.name + "\0" + site + "\1").getBytes(StandardCharsets.UTF_8);
    HmacWork work = HmacWork.take();
    try {
      System.arraycopy(block, 0, work.inner, HmacWork.BLOCK, block.length);
      master.code(block.length, work);
      return new WipeableHmac(work.code);
    } finally {
      work.giveBack();
    }
  }

  /** What the key is called: whoever is shown it later can be sure that it is the same. */
  private static String commitment(byte[] secret) {
    byte[] purpose = (SCHEME + "commit\0").getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(purpose, secret), 0, COMMITMENT);
  }

  /** The day, and the beginning of a commitment to the key, such as {@code 2026-11-27#a1b2c3d4}. */
  String epoch() {
    return epoch.orElseThrow();
  }

  /** The same, made once. */
  Optional<String> named() {
    return epoch;
  }

  LocalDate day() {
    return day;
  }

  /** Whether this is the day of a time. */
  boolean isOf(long millis) {
    return Math.floorDiv(millis, MILLIS_A_DAY) == epochDay;
  }

  /** The key, made optional once. */
  Optional<EpochKey> asOptional() {
    return self;
  }

  /** What stands for the client; empty if the key is destroyed. */
  Optional<Pseudonym> client(ClientAddress address) {
    return pseudonym(client, Scope.CLIENT, address);
  }

  /** What stands for its network; empty if the key is destroyed. */
  Optional<Pseudonym> network(ClientAddress address) {
    return pseudonym(net, Scope.NET, address);
  }

  private static Optional<Pseudonym> pseudonym(
      WipeableHmac key, Scope scope, ClientAddress address) {
    HmacWork work = HmacWork.take();
    try {
      write(address, scope, work.inner);
      return key.code(MESSAGE, work) ? Optional.of(Pseudonym.of(work.code)) : Optional.empty();
    } finally {
      work.giveBack();
    }
  }

  /** Of fixed width, so that no two messages can be read as one. */
  private static void write(ClientAddress address, Scope scope, byte[] into) {
    int bits = address.isIpv4() ? scope.ipv4Bits : scope.ipv6Bits;
    into[HmacWork.BLOCK] = VERSION;
    into[HmacWork.BLOCK + 1] = address.isIpv4() ? IPV4 : IPV6;
    into[HmacWork.BLOCK + 2] = (byte) bits;
    address.network(bits).writeTo(into, HmacWork.BLOCK + HEAD);
  }

  /** Destroys the key; from now on there is no pseudonym of that day. */
  void destroy() {
    client.wipe();
    net.wipe();
  }

  /** Names the epoch and shows nothing of the key. */
  @Override
  public String toString() {
    return "EpochKey[" + epoch() + "]";
  }
}
