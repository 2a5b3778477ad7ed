package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TL-06, log tests 2-5: what is an address, and when two are one")
class ClientAddressTest {

  private static final String[] SPELLINGS = {
    "192.0.2.1",
    "0.0.0.0",
    "255.255.255.255",
    "10.20.30.40",
    "::",
    "::1",
    "1::",
    "2001:db8::1",
    "2001:db8:1:2:3:4:5:6",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "1:2:3::6:7:8",
    "1:2:3:4::6:7:8",
    "::ffff:192.0.2.1",
    "::ffff:c000:201",
    "64:ff9b::192.0.2.1",
    "1:2:3:4:5:6:192.0.2.1",
    "::192.0.2.1",
    "fe80::abcd:ef01",
  };

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.1, ::FFFF:192.0.2.1",
    "192.0.2.1, ::ffff:c000:201",
    "192.0.2.1, ::ffff:c000:0201",
    "192.0.2.1, 0:0:0:0:0:ffff:192.0.2.1",
    "192.0.2.1, 0:0:0:0:0:ffff:c000:201",
    "192.0.2.1, 0000:0000:0000:0000:0000:ffff:c000:0201",
    "192.0.2.1, 0000:0000:0000:0000:0000:ffff:192.0.2.1",
    "192.0.2.1, ::ffff:192.0.2.1%eth0",
    "192.0.2.1, 0::ffff:c000:201",
    "2001:db8::1, 2001:db8::1",
    "2001:db8::1, 2001:DB8::1",
    "2001:db8::1, 2001:0db8::1",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1",
    "2001:db8::1, 2001:0db8:0000:0000:0000:0000:0000:0001",
    "2001:db8::1, 2001:db8:0::0:1",
    "2001:db8::1, 2001:db8::0.0.0.1",
    "2001:db8::1, 2001:db8:0:0::1",
    "2001:db8::1, 2001:db8::0001",
    "2001:db8::1, 2001:db8::1%1",
    "2001:db8::1, 2001:db8::1%eth0.100",
    "::1, 0:0:0:0:0:0:0:1",
    "::1, 0::1",
    "::1, ::0:1",
    "::1, ::0.0.0.1",
    "::, 0:0:0:0:0:0:0:0",
    "::, 0::",
    "::, ::0.0.0.0",
    "fe80::1, fe80::1%en0",
    "64:ff9b::c000:201, 64:ff9b::192.0.2.1",
  })
  void spellingsOfOneAddressAreOne(String one, String other) {
    assertEquals(ClientAddress.of(one).orElseThrow(), ClientAddress.of(other).orElseThrow());
    assertEquals(
        ClientAddress.of(one).orElseThrow().hashCode(),
        ClientAddress.of(other).orElseThrow().hashCode());
  }

  @ParameterizedTest
  @DisplayName("what hides an address inside another is not unwrapped: a client chooses it freely")
  @ValueSource(strings = {"64:ff9b::192.0.2.1", "2002:c000:201::", "::192.0.2.1", "2001::c000:201"})
  void onlyMappedAddressesAreUnwrapped(String literal) {
    ClientAddress address = ClientAddress.of(literal).orElseThrow();

    assertTrue(!address.isIpv4());
    assertTrue(!address.equals(ClientAddress.of("192.0.2.1").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "example.fr",
        "010.1.1.1",
        "1.2.3",
        "1.2",
        "1",
        "0",
        "0x7f.1",
        "0x7f000001",
        "2130706433",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4/24",
        "1.2.3.4:80",
        "1.2.3.*",
        "1-2.3.4.5",
        "1.2.3.4%eth0",
        "01.2.3.4",
        "::1::1",
        ":1",
        "1:",
        "::1/64",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::1",
        "g::1",
        "[::1]",
        "[::1]:80",
        "::ffff:010.1.1.1",
        "::ffff:1.2.3",
        "*",
        "-",
        "unknown",
        "_hidden",
        "::ffff:999.1.1.1",
        "1.2.3.4\0",
        "１.2.3.4",
        "1．2．3．4",
        "::1\n",
        "4)+k&C#VzJ4br>0wv%Yp",
        "1111:2222:3333:4444:5555:6666:7777:8888:9",
        "%eth0",
        "1.2.3.4.",
      })
  void nothingElseIsAnAddress(String literal) {
    assertEquals(Optional.empty(), ClientAddress.of(literal), literal);
  }

  @Test
  @DisplayName("46 octets and more are not even looked at")
  void lengthIsBounded() {
    String longest = "0000:0000:0000:0000:0000:ffff:255.255.255.255";
    assertEquals(45, longest.length());
    assertTrue(ClientAddress.of(longest).isPresent());
    assertEquals(Optional.empty(), ClientAddress.of("0" + longest));
    assertEquals(Optional.empty(), ClientAddress.of("1".repeat(1_000_000)));
  }

  @Test
  @DisplayName("random addresses, written and read again, agree with the JDK's own octets")
  void literalsAgreeWithTheJdk() throws UnknownHostException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(octets);
      if (octets.length == 16 && random.nextBoolean()) {
        java.util.Arrays.fill(octets, 2, 2 + random.nextInt(14), (byte) 0);
      }
      InetAddress known = InetAddress.getByAddress(octets);
      ClientAddress read = ClientAddress.of(known.getHostAddress()).orElseThrow();
      assertEquals(known instanceof Inet6Address, !read.isIpv4());
      byte[] all = new byte[16];
      read.writeTo(all, 0);
      byte[] found = octets.length == 4 ? java.util.Arrays.copyOfRange(all, 12, 16) : all;
      assertEquals(known, InetAddress.getByAddress(found), known::toString);
    }
  }

  @Test
  @DisplayName("log test 5: texts that look like addresses are read as the ipaddress library does")
  void literalsAgreeWithTheLibrary() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      String literal = almost(random);
      Optional<byte[]> expected = IpaddressLibrary.octets(literal);
      assertEquals(
          expected.map(HexFormat.of()::formatHex),
          ClientAddress.of(literal).map(ClientAddressTest::octets).map(HexFormat.of()::formatHex),
          literal);
      read += expected.isPresent() ? 1 : 0;
    }
    assertTrue(read > 10_000, "many are addresses: " + read);
    assertTrue(read < 90_000, "and many are not: " + read);
  }

  private static byte[] octets(ClientAddress address) {
    byte[] octets = new byte[16];
    address.writeTo(octets, 0);
    return octets;
  }

  /** An address in some spelling, of which mostly a character or two are changed. */
  private static String almost(Random random) {
    StringBuilder text = new StringBuilder(SPELLINGS[random.nextInt(SPELLINGS.length)]);
    for (int changes = random.nextInt(3); changes > 0 && text.length() > 0; changes--) {
      int at = random.nextInt(text.length());
      char other = "0123456789abcdefABF:.:.::".charAt(random.nextInt(25));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  @Test
  @DisplayName("TL-02: an address shows nothing of itself")
  void nothingIsShown() {
    assertEquals("ClientAddress", ClientAddress.of("192.0.2.1").orElseThrow().toString());
  }
}
