package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.traffic.TrustedProxies.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TL-07, log tests 6-11: whose word on a client's address is taken")
class ClientAddressesTest {

  private static final String PROXY = "10.0.0.1";
  private static final List<String> OURS = List.of("10.0.0.0/8", "2001:db8:1::/48");

  private static Client client(Field field, String peer, String... lines) {
    return new ClientAddresses(TrustedProxies.of(OURS, field))
        .client(peer, name -> name.equals(field.fieldName()) ? List.of(lines) : List.of());
  }

  private static Client at(ClientSource source, String address) {
    return new Client(source, Optional.of(ClientAddress.of(address).orElseThrow()));
  }

  @ParameterizedTest
  @DisplayName("log test 6: a field from a peer that is not trusted is not looked at")
  @ValueSource(
      strings = {
        "Forwarded", "X-Forwarded-For", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP",
        "X-Client-IP", "X-Cluster-Client-IP", "Fastly-Client-IP", "X-Forwarded", "Forwarded-For",
        "X-Original-Forwarded-For", "X-Azure-ClientIP", "Via",
      })
  void peersAreNotBelieved(String name) {
    Map<String, List<String>> sent = Map.of(name, List.of("for=203.0.113.9", "203.0.113.9"));
    for (TrustedProxies proxies :
        List.of(
            TrustedProxies.NONE,
            TrustedProxies.of(OURS, Field.FORWARDED),
            TrustedProxies.of(OURS, Field.X_FORWARDED_FOR))) {
      assertEquals(
          at(ClientSource.DIRECT, "198.51.100.7"),
          new ClientAddresses(proxies)
              .client("198.51.100.7", asked -> sent.getOrDefault(asked, List.of())));
    }
  }

  @ParameterizedTest
  @DisplayName("log tests 7 and 8: what a client has put in front of the truth does not count")
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 203.0.113.9",
        "1.1.1.1, 203.0.113.9 | 203.0.113.9",
        "garbage, 1.1.1.1, 203.0.113.9 | 203.0.113.9",
        "1.1.1.1, 10.9.9.9, 203.0.113.9 | 203.0.113.9",
        "203.0.113.9, 10.9.9.9 | 203.0.113.9",
        "203.0.113.9, 10.9.9.9, 2001:db8:1::5 | 203.0.113.9",
        "203.0.113.9,10.9.9.9,, ,10.1.1.1 | 203.0.113.9",
        "203.0.113.9:4711 | 203.0.113.9",
        "2001:db8:2::9 | 2001:db8:2::9",
        "[2001:db8:2::9]:4711 | 2001:db8:2::9",
        "::ffff:203.0.113.9 | 203.0.113.9",
        "10.3.3.3, 10.2.2.2 | 10.3.3.3",
      })
  void firstStrangerFromTheRightIsTheClient(String line, String client) {
    assertEquals(
        at(ClientSource.X_FORWARDED_FOR, client), client(Field.X_FORWARDED_FOR, PROXY, line));
  }

  @ParameterizedTest
  @DisplayName("log test 9: RFC 7239 with quotes, brackets, ports, and other pairs")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "for=203.0.113.9 | 203.0.113.9",
        "For=203.0.113.9;proto=https;by=10.0.0.1 | 203.0.113.9",
        "proto=http ; FOR=\"203.0.113.9:47011\" ; host=\"a;b,c\" | 203.0.113.9",
        "for=\"[2001:db8:2::9]:4711\" | 2001:db8:2::9",
        "for=\"[2001:db8:2::9]\" | 2001:db8:2::9",
        "for=\"203.0.113.9:_port\" | 203.0.113.9",
        "for=\"203\\.0.113.9\" | 203.0.113.9",
        "for=1.1.1.1, for=203.0.113.9, for=10.2.2.2 | 203.0.113.9",
        "for=\"unclosed, for=203.0.113.9 | 203.0.113.9",
        "for=\"a, b\", for=203.0.113.9 | 203.0.113.9",
      })
  void standardFieldIsRead(String line, String client) {
    assertEquals(at(ClientSource.FORWARDED, client), client(Field.FORWARDED, PROXY, line));
  }

  @ParameterizedTest
  @DisplayName("what cannot be read before the client is found: nobody knows who it is")
  @ValueSource(
      strings = {
        "for=unknown",
        "for=_hidden",
        "for=\"_SEVKISEK\"",
        "proto=https",
        "for=203.0.113.9, for=unknown",
        "for=203.0.113.9;for=198.51.100.1",
        "for=203.0.113.9, garbage",
        "for=",
        "for=\"\"",
        "for=[2001:db8::1]",
        "for=2001:db8::1",
        "for=example.fr",
        "for=\"[203.0.113.9]\"",
        "for=203.0.113.9 x",
        "=203.0.113.9",
        ";",
      })
  void unreadableClientIsUnknown(String line) {
    if (line.equals("for=[2001:db8::1]")) {
      // Brackets want quotes, and what is meant is plain all the same.
      assertEquals(at(ClientSource.FORWARDED, "2001:db8::1"), client(Field.FORWARDED, PROXY, line));
      return;
    }
    assertEquals(Client.INVALID, client(Field.FORWARDED, PROXY, line), line);
  }

  @Test
  @DisplayName("log test 9: several lines are one list")
  void linesAreJoined() {
    assertEquals(
        at(ClientSource.X_FORWARDED_FOR, "203.0.113.9"),
        client(Field.X_FORWARDED_FOR, PROXY, "1.1.1.1, 203.0.113.9", "10.2.2.2"));
    assertEquals(
        at(ClientSource.DIRECT, PROXY), client(Field.X_FORWARDED_FOR, PROXY), "the proxy itself");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("log test 10: endless lists are bounded, in hops and in characters")
  void listsAreBounded(Field field) {
    String hop = field == Field.FORWARDED ? "for=10.2.2.2" : "10.2.2.2";
    String client = field == Field.FORWARDED ? "for=203.0.113.9" : "203.0.113.9";
    String list = (hop + ",").repeat(ForwardedHops.MOST - 1);
    assertEquals(
        at(field.source(), "203.0.113.9"),
        client(field, PROXY, client + "," + list.substring(0, list.length() - 1)));
    assertEquals(Client.INVALID, client(field, PROXY, client + "," + list + hop));
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String endless :
              List.of(
                  (hop + ",").repeat(10_000),
                  "\"".repeat(1_000_000),
                  ",".repeat(1_000_000),
                  "for=\"" + "\\".repeat(1_000_000),
                  " ".repeat(1_000_000))) {
            client(field, PROXY, endless);
          }
        });
    assertEquals(
        Client.INVALID,
        client(field, PROXY, "x".repeat(ForwardedHops.LONGEST) + client),
        "a hop that was cut off");
  }

  @Test
  @DisplayName("log test 11: of two fields only the configured one counts")
  void otherFieldIsIgnored() {
    Map<String, List<String>> both =
        Map.of("Forwarded", List.of("for=203.0.113.9"), "X-Forwarded-For", List.of("1.1.1.1"));
    assertEquals(
        at(ClientSource.FORWARDED, "203.0.113.9"),
        new ClientAddresses(TrustedProxies.of(OURS, Field.FORWARDED))
            .client(PROXY, name -> both.getOrDefault(name, List.of())));
  }

  @Test
  @DisplayName("random fields never throw")
  void nothingThrows() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String letters = "for=\"[]:,;_ .109ab\\\t%";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        line.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (Field field : Field.values()) {
        Client found = client(field, PROXY, line.toString());
        assertEquals(found.source() == ClientSource.INVALID, found.address().isEmpty());
      }
    }
  }

  @Test
  void peerThatIsNoAddressIsInvalid() {
    assertEquals(Client.INVALID, client(Field.FORWARDED, "localhost", "for=1.1.1.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "::/129",
        "any",
        "10.0.0",
        "10.0.0.0/0x8",
        "2001:db8::1/32",
        "",
        "*",
      })
  @DisplayName("networks are checked, and all mistakes are said at once")
  void networksAreChecked(String network) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TrustedProxies.of(List.of("10.0.0.0/8", network, "x"), Field.FORWARDED));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith(network + ", x: no network"),
        refused.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "10.255.255.255, true",
    "11.0.0.0, false",
    "9.255.255.255, false",
    "::ffff:10.0.0.1, true",
    "2001:db8:1:ffff:ffff:ffff:ffff:ffff, true",
    "2001:db8:2::, false",
    "2001:db8:0:ffff::, false",
  })
  void networksEndWhereTheyEnd(String address, boolean trusted) {
    assertEquals(
        trusted,
        TrustedProxies.of(OURS, Field.FORWARDED).contain(ClientAddress.of(address).orElseThrow()));
  }
}
