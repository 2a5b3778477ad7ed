package io.github.consentgateway.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a visitor goes after a choice: a path of this site, never another one. */
final class ReturnPath {

  private static final int LONGEST = 1024;

  private ReturnPath() {}

  /** The path without its fragment, if it is one of this site. */
  static Optional<String> local(String path) {
    int mark = path.indexOf('#');
    String whole = mark < 0 ? path : path.substring(0, mark);
    return isLocal(whole) ? Optional.of(whole) : Optional.empty();
  }

  /** Whether a browser would stay on this origin: one slash, and nothing it would read as two. */
  static boolean isLocal(String path) {
    boolean oneSlash = path.startsWith("/") && !path.startsWith("//") && path.length() <= LONGEST;
    return oneSlash && isClean(path);
  }

  private static boolean isClean(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** The way back to this very page, if a visitor can get there by a link; else empty. */
  static String of(RequestHead request) {
    if (!request.method().equals("GET")) {
      return "";
    }
    try {
      String path = encoded(request.contextPath() + request.path());
      String query = request.query();
      String whole = query.isEmpty() ? path : path + "?" + query;
      return isLocal(whole) ? whole : isLocal(path) ? path : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** Most paths stand for themselves, and encoding them costs more than all else on a page. */
  private static String encoded(String path) throws URISyntaxException {
    for (int i = 0; i < path.length(); i++) {
      if (!isPlain(path.charAt(i))) {
        return new URI(null, null, path, null).toASCIIString();
      }
    }
    return path;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '/' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** The page that the visitor came from, if it is one of this site; else empty. */
  static String ofReferer(Visit visit) {
    String site = visit.gate().policy().site();
    String referer = visit.only("Referer");
    if (!referer.startsWith(site + "/")) {
      return "";
    }
    try {
      URI page = new URI(referer);
      String query = page.getRawQuery();
      String path = page.getRawPath() + (query == null ? "" : "?" + query);
      return isLocal(path) ? path : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
