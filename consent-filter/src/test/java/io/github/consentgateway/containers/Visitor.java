package io.github.consentgateway.containers;

/** How the visitor of the matrix says yes to the purpose audience, and only to that. */
final class Visitor {
  private static final String YES = "choice=save&purpose=audience&asked=audience%3A1";

  private Visitor() {}

  /** The Cookie header text that proves the consent at this gate. */
  static String consent(int port, Gate gate) {
    return gate.complete() ? token(RawClient.send(port, form(gate.pages()))) : NaiveFilter.CONSENT;
  }

  private static String form(String path) {
    return Ask.PLAIN
            .method("POST")
            .path(path)
            .header("Connection: close")
            .header("Sec-Fetch-Site: same-origin")
            .header("Content-Type: application/x-www-form-urlencoded")
            .header("Content-Length: " + YES.length())
            .text("", "")
        + YES;
  }

  private static String token(Reply reply) {
    return reply
        .lines()
        .flatMap(line -> CookieLine.of(line).stream())
        .filter(cookie -> cookie.name().equals("__Host-consent"))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no consent token: " + reply));
  }
}
