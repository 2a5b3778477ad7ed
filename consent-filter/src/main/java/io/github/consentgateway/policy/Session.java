package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.SetCookie;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a session cookie of a persistent one. */
final class Session {

  private Session() {}

  static SetCookie of(SetCookie cookie) {
    String text =
        Stream.of(cookie.text().split(";")).filter(Session::stays).collect(Collectors.joining(";"));
    return (SetCookie) SetCookie.parse(text);
  }

  private static boolean stays(String part) {
    String name = part.strip().toLowerCase(Locale.ROOT);
    return !name.startsWith("max-age") && !name.startsWith("expires");
  }
}
