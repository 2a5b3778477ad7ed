package io.github.consentgateway.traffic;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a visitor came from: the scheme and the host of another site, and never a path, a query, a
 * port or a user. Immutable; nobody but this package makes one.
 */
public final class Referrer extends Term {

  /** The request names no page that it came from. */
  public static final Referrer NONE = new Referrer("none");

  /** The visitor came from a page of this site. */
  public static final Referrer SELF = new Referrer("self");

  /** From something that has no name on the public web, or none that can be read. */
  public static final Referrer OTHER = new Referrer("other");

  private static final int LONGEST = 2_048;
  private static final int HTTPS = "https://".length();
  private static final int LONGEST_HOST = 253;
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private Referrer(String text) {
    super(text);
  }

  /**
   * What a {@code Referer} field says.
   *
   * @param site the host of this site
   */
  static Referrer of(Optional<String> field, String site) {
    if (field.filter(value -> !value.isEmpty()).isEmpty()) {
      return NONE;
    }
    if (isPlainly(site, field.get())) {
      return SELF;
    }
    return field
        .filter(value -> value.length() <= LONGEST)
        .flatMap(Referrer::uri)
        .flatMap(uri -> of(uri, site))
        .orElse(OTHER);
  }

  /** Most requests come from a page of this site, and say so in the usual form. */
  private static boolean isPlainly(String site, String value) {
    int host = value.startsWith("https://") ? HTTPS : value.startsWith("http://") ? HTTPS - 1 : 0;
    int end = host + site.length();
    return host > 0
        && !site.isEmpty()
        && value.startsWith(site, host)
        && value.length() <= LONGEST
        && (value.length() == end || value.charAt(end) == '/');
  }

  private static Optional<URI> uri(String value) {
    try {
      String withoutRest = value.split("[?#]", 2)[0];
      return Optional.of(new URI(authority(withoutRest)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Scheme and authority alone: whatever a path has in it does not matter. */
  private static String authority(String value) {
    int begin = value.indexOf("://");
    int path = begin < 0 ? -1 : value.indexOf('/', begin + 3);
    return path < 0 ? value : value.substring(0, path);
  }

  private static Optional<Referrer> of(URI uri, String site) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    return host(uri.getRawAuthority())
        .map(host -> host.equals(site) ? SELF : new Referrer(scheme + "://" + host));
  }

  private static Optional<String> host(String authority) {
    if (authority == null) {
      return Optional.empty();
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    try {
      return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT))
          .filter(name -> name.length() <= LONGEST_HOST && HOST.matcher(name).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code none}, {@code self}, {@code other}, or such as {@code https://www.example.org}. */
  @Override
  public String text() {
    return super.text();
  }
}
