package io.github.consentgateway.cookie;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Runs on the committed inputs; fuzzes when the environment variable JAZZER_FUZZ is 1. */
class CookieFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void setCookie(byte[] octets) {
    Invariants.ofSetCookie(new String(octets, StandardCharsets.ISO_8859_1));
    Invariants.ofSetCookie(new String(octets, StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "1m")
  void cookieHeader(byte[] octets) {
    Invariants.ofCookieHeader(new String(octets, StandardCharsets.ISO_8859_1));
  }

  @FuzzTest(maxDuration = "1m")
  void cookieDate(byte[] octets) {
    Invariants.ofCookieDate(new String(octets, StandardCharsets.ISO_8859_1));
  }
}
