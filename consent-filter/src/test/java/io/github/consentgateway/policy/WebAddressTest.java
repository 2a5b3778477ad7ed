package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.fr",
        "https://www.example.fr:8443",
        "https://localhost",
        "http://localhost",
        "http://localhost:8080",
        "https://www.example.fr:1",
        "https://www.example.fr:65535",
        "http://127.0.0.1:8080",
        "http://[::1]:8080"
      })
  void takesAnOrigin(String text) {
    assertTrue(WebAddress.isOrigin(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.example.fr",
        "http://localhost.example.fr",
        "http://127.0.0.2",
        "https://www.example.fr/",
        "https://www.example.fr/shop",
        "https://www.example.fr:443",
        "https://www.example.fr:0",
        "https://www.example.fr:65536",
        "http://localhost:80",
        "https://WWW.example.fr",
        "HTTPS://www.example.fr",
        "https://user@www.example.fr",
        "https://www.example.fr?x",
        "https://www.example.fr#x",
        "https://",
        "https://a b",
        "ftp://localhost",
        "www.example.fr",
        ""
      })
  void takesNothingElseForAnOrigin(String text) {
    assertFalse(WebAddress.isOrigin(text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.fr/privacy?x=1#y, true",
    "http://a.fr/, false",
    "https:privacy, false",
    "/privacy, false",
    "https://a b, false"
  })
  void takesAnHttpsPage(String text, boolean page) {
    assertTrue(WebAddress.page(text).isPresent() == page);
  }

  @ParameterizedTest
  @CsvSource({
    "dpo@example.fr, true",
    "https://example.fr/contact, true",
    "'d p@example.fr', false",
    "@example.fr, false",
    "a@b@example.fr, false",
    "a@example, false",
    "nobody, false"
  })
  void takesAContact(String text, boolean contact) {
    assertTrue(WebAddress.isContact(text) == contact);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.fr, true",
    "xn--caf-dma.fr, true",
    "a1.b2, true",
    "az09.fr, true",
    "a.z0, true",
    "example, false",
    "www..fr, false",
    ".example.fr, false",
    "-a.fr, false",
    "a-.fr, false",
    "A.fr, false",
    "a_b.fr, false",
    "a!b.fr, false",
    "café.fr, false",
    "127.0.0.1, false",
    "a.fr:80, false"
  })
  void takesAHost(String text, boolean host) {
    assertTrue(WebAddress.isHost(text) == host);
  }

  @Test
  void boundsHosts() {
    assertTrue(WebAddress.isHost("a".repeat(63) + ".fr"));
    assertFalse(WebAddress.isHost("a".repeat(64) + ".fr"));
    assertTrue(WebAddress.isHost("a.".repeat(125) + "fra"));
    assertFalse(WebAddress.isHost("a.".repeat(126) + "fr"));
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.fr, true",
    "example.fr, true",
    "ample.fr, false",
    "shop.www.example.fr, false",
    "example.com, false"
  })
  void takesADomainOfTheSite(String domain, boolean of) {
    assertTrue(WebAddress.isDomainOf(domain, "https://www.example.fr:8443") == of);
    assertFalse(WebAddress.isDomainOf(domain, ""));
    assertFalse(WebAddress.isDomainOf(domain, "https://a b"));
  }
}
