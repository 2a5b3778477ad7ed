package io.github.consentgateway.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the addresses that a policy file may hold. Nothing is ever looked up. */
final class WebAddress {

  static final String ORIGIN = "an origin such as https://www.example.fr (http only on localhost)";
  static final String PAGE = "an https address such as https://www.example.fr/privacy";
  static final String HOST = "a host name such as www.example.fr";
  static final String CONTACT = "an e-mail address, or an https address";

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LABEL = 63;

  private WebAddress() {}

  /** Whether the text is an origin as browsers write it: https, or http on this machine. */
  static boolean isOrigin(String text) {
    return uri(text).filter(uri -> isOrigin(uri, text)).isPresent();
  }

  private static boolean isOrigin(URI uri, String text) {
    boolean https = "https".equals(uri.getScheme());
    String host = uri.getHost();
    if (host == null || !(https || ("http".equals(uri.getScheme()) && LOCAL.contains(host)))) {
      return false;
    }
    boolean usualPort = uri.getPort() == (https ? 443 : 80);
    boolean noPort = uri.getPort() < 1 || uri.getPort() > LAST_PORT;
    String port = noPort || usualPort ? "" : ":" + uri.getPort();
    return text.equals(uri.getScheme() + "://" + host.toLowerCase(Locale.ROOT) + port);
  }

  /** The address of a page, if it is an absolute https one. */
  static Optional<URI> page(String text) {
    return uri(text).filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isContact(String text) {
    int at = text.indexOf('@');
    boolean mail = at > 0 && at == text.lastIndexOf('@') && isHost(text.substring(at + 1));
    return (mail && text.chars().noneMatch(Character::isWhitespace)) || page(text).isPresent();
  }

  /** Whether the text is a host name of two labels or more, in lower case. */
  static boolean isHost(String text) {
    if (text.length() > LONGEST_HOST) {
      return false;
    }
    String[] labels = text.split("\\.", -1);
    for (String label : labels) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return labels.length > 1 && !isNumber(labels[labels.length - 1]);
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= LONGEST_LABEL
        && label.charAt(0) != '-'
        && label.charAt(label.length() - 1) != '-'
        && label.chars().allMatch(c -> c == '-' || isDigit(c) || (c >= 'a' && c <= 'z'));
  }

  private static boolean isNumber(String label) {
    return label.chars().allMatch(WebAddress::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a cookie of {@code site} may carry the domain: its host, or one above it. */
  static boolean isDomainOf(String domain, String site) {
    return uri(site)
        .map(URI::getHost)
        .filter(host -> host.equals(domain) || host.endsWith("." + domain))
        .isPresent();
  }
}
