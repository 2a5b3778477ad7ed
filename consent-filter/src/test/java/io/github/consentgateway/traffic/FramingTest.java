package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TL-04, TL-08, log test 14: no two inputs of a pseudonym can be read as one")
class FramingTest {

  /** A text before an address, which both can be read differently where nothing is between them. */
  private record Split(String text, String address) {
    String together() {
      return text + address;
    }
  }

  /** All ways to read it as a text, which may have no dot, and an IPv4 address. */
  private static List<Split> splits(String together) {
    List<Split> splits = new ArrayList<>();
    for (int at = 0; at < together.length(); at++) {
      String address = together.substring(at);
      if (ClientAddress.of(address).isPresent()) {
        splits.add(new Split(together.substring(0, at), address));
      }
    }
    return splits;
  }

  private static EpochKey key(String site) {
    byte[] secret = new byte[32];
    secret[0] = 14;
    return new EpochKey(LocalDate.of(2026, 11, 27), secret, site);
  }

  private static Pseudonym client(EpochKey key, String address) {
    return key.client(ClientAddress.of(address).orElseThrow()).orElseThrow();
  }

  private static Pseudonym network(EpochKey key, String address) {
    return key.network(ClientAddress.of(address).orElseThrow()).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X123.45.67.89", "Firefox/129.0112.13.14.15", "shop-1192.0.2.1"})
  @DisplayName("a site and an address: each way to part them is another client")
  void sitesAndAddressesAreApart(String together) {
    List<Split> splits = splits(together);
    assertEquals(3, splits.size());
    assertEquals(
        1,
        splits.stream().map(Split::together).collect(Collectors.toSet()).size(),
        "control: one after the other they are the same input, whatever the hash");
    Set<Pseudonym> made = new HashSet<>();
    splits.forEach(split -> made.add(client(key(split.text()), split.address())));
    assertEquals(splits.size(), made.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X123.45.67.89", "Firefox/129.0112.13.14.15", "shop-1192.0.2.1"})
  @DisplayName("a user agent and an address: the address alone says what stands for it")
  void agentsDoNotCount(String together) {
    try (Pseudonymizer pseudonyms =
        Pseudonymizer.passing(
            "example.org", TrustedProxies.NONE, Optional.empty(), java.time.Clock.systemUTC())) {
      Set<String> made = new HashSet<>();
      for (Split split : splits(together)) {
        String ours = client(pseudonyms, split.address(), split.text());
        assertEquals(ours, client(pseudonyms, split.address(), "another agent"));
        made.add(ours);
      }
      assertEquals(splits(together).size(), made.size());
    }
  }

  private static String client(Pseudonymizer pseudonyms, String address, String agent) {
    return pseudonyms
        .origin(address, name -> name.equals("User-Agent") ? List.of(agent) : List.of())
        .client()
        .orElseThrow()
        .text();
  }

  @Test
  @DisplayName("an address that has the octets of another, or of its network, is another")
  void widthsAreFixed() {
    EpochKey key = key("example.org");
    assertNotEquals(client(key, "192.0.2.0"), network(key, "192.0.2.7"));
    assertNotEquals(client(key, "2001:db8::"), network(key, "2001:db8::7"));
    Set<Pseudonym> made = new HashSet<>();
    List<String> alike =
        List.of("192.0.2.0", "::c000:200", "c000:200::", "::c000:200:0:0", "0.0.192.0", "::c000");
    alike.forEach(address -> made.add(network(key, address)));
    assertEquals(4, made.size(), "three of them are in one /48, which is ::/48");
    alike.forEach(address -> made.add(client(key, address)));
    assertEquals(8, made.size(), "and in one /64");
  }
}
