package io.github.consentgateway.gateway;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source of a Content-Security-Policy that names a scheme or a host (<a
 * href="https://www.w3.org/TR/CSP3/#match-url-to-source-expression">CSP 3, 6.7.2</a>). One that
 * names a path counts for nothing here: the files of the question may lie elsewhere.
 */
record HostSource(Optional<String> scheme, String host, Optional<String> port) {

  private static final Pattern SCHEME = Pattern.compile("(https?):");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:(https?)://)?(\\*|(?:\\*\\.)?[a-z0-9.-]+|\\[[0-9a-f:.]+\\])(?::([0-9]+|\\*))?/?");

  /** The source, or empty if it is of another kind. */
  static Optional<HostSource> of(String source) {
    String text = source.toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      return Optional.of(new HostSource(Optional.of(scheme.group(1)), "*", Optional.of("*")));
    }
    Matcher host = HOST.matcher(text);
    return host.matches()
        ? Optional.of(
            new HostSource(
                Optional.ofNullable(host.group(1)),
                host.group(2),
                Optional.ofNullable(host.group(3))))
        : Optional.empty();
  }

  /** Whether {@code site}, an origin, is among what it names. */
  boolean matches(String site) {
    URI origin = URI.create(site);
    return hasScheme(origin) && hasHost(origin.getHost()) && hasPort(origin);
  }

  /** A source of http takes in https. */
  private boolean hasScheme(URI origin) {
    return scheme.isEmpty()
        || scheme.get().equals(origin.getScheme())
        || origin.getScheme().equals("https");
  }

  private boolean hasHost(String other) {
    return host.equals("*")
        || host.equals(other)
        || (host.startsWith("*.") && other.endsWith(host.substring(1)));
  }

  private boolean hasPort(URI origin) {
    if (port.isEmpty()) {
      return origin.getPort() < 0 || host.equals("*");
    }
    return port.get().equals("*") || port.get().equals(Integer.toString(number(origin)));
  }

  private static int number(URI origin) {
    return origin.getPort() >= 0 ? origin.getPort() : origin.getScheme().equals("https") ? 443 : 80;
  }
}
