package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.CookieRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The deletions that make a browser forget a cookie: a browser keys its cookies by name, domain and
 * path, and partitioned ones apart, so each scope needs a field of its own (RFC 6265bis, 5.7).
 */
final class ScopeSweep {

  private static final int MOST_DIRECTORIES = 4;

  private final String host;
  private final boolean secure;

  ScopeSweep(String site) {
    URI origin = URI.create(site);
    this.host = origin.getHost();
    this.secure = "https".equals(origin.getScheme());
  }

  /**
   * Deletions over the scopes that the registry declares, host-only always among them, and over the
   * directories of {@code path}, where a script's cookie lies by default. A tracker that is not
   * registered is deleted on the host and its parent domains.
   */
  List<SetCookie> declared(Optional<CookieRule> rule, String name, String path) {
    List<String> domains = rule.map(CookieRule::domains).orElseGet(this::parentDomains);
    Set<String> paths = new LinkedHashSet<>(pathsOf(rule));
    List<String> directories = ancestors(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    paths.addAll(directories.subList(0, Math.min(directories.size(), MOST_DIRECTORIES)));
    return deletions(rule, name, withHostOnly(domains), List.copyOf(paths));
  }

  /** Deletions over the declared scopes and all that lie above them: parent domains and paths. */
  List<SetCookie> everywhere(Optional<CookieRule> rule, String name) {
    Set<String> domains = new LinkedHashSet<>(rule.map(CookieRule::domains).orElse(List.of()));
    domains.addAll(parentDomains());
    Set<String> paths = new LinkedHashSet<>();
    pathsOf(rule).forEach(path -> paths.addAll(ancestors(path)));
    return deletions(rule, name, withHostOnly(List.copyOf(domains)), List.copyOf(paths));
  }

  private List<SetCookie> deletions(
      Optional<CookieRule> rule, String name, List<String> domains, List<String> paths) {
    List<SetCookie> deletions = new ArrayList<>();
    boolean partitioned = secure && rule.filter(CookieRule::partitioned).isPresent();
    boolean hostPrefix = name.toLowerCase(Locale.ROOT).startsWith("__host-");
    for (String domain : hostPrefix ? List.of("") : domains) {
      for (String path : hostPrefix ? List.of("/") : paths) {
        add(deletions, name, domain, path, false);
        if (partitioned) {
          add(deletions, name, domain, path, true);
        }
      }
    }
    return deletions;
  }

  private void add(
      List<SetCookie> deletions, String name, String domain, String path, boolean partitioned) {
    SetCookie.Builder deletion = SetCookie.builder(name, "").attribute("Path", path);
    if (!domain.isEmpty()) {
      deletion.attribute("Domain", domain);
    }
    if (secure) {
      deletion.flag("Secure");
    }
    if (partitioned) {
      deletion.attribute("SameSite", "None").flag("Partitioned");
    }
    if (deletion.attribute("Max-Age", "0").build() instanceof SetCookie readable) {
      deletions.add(readable);
    }
  }

  private static List<String> withHostOnly(List<String> domains) {
    List<String> all = new ArrayList<>(domains);
    all.add(0, "");
    return all;
  }

  private static List<String> pathsOf(Optional<CookieRule> rule) {
    return rule.map(CookieRule::paths).filter(paths -> !paths.isEmpty()).orElse(List.of("/"));
  }

  /** The host and the domains above it, but for a bare top-level label or an address. */
  private List<String> parentDomains() {
    List<String> parents = new ArrayList<>();
    boolean address = host.startsWith("[") || host.chars().noneMatch(c -> Character.isLetter(c));
    for (String domain = host; !address && domain.indexOf('.') > 0; domain = above(domain)) {
      parents.add(domain);
    }
    return parents;
  }

  private static String above(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }

  private static List<String> ancestors(String path) {
    List<String> found = new ArrayList<>();
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      found.add(path.substring(0, end));
    }
    found.add("/");
    return found;
  }
}
