package io.github.consentgateway.benchmarks.server;

import io.github.consentgateway.benchmarks.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is asked of the server.
 *
 * @param kind how the requests differ
 * @param visitor what the visitors have chosen
 * @param requests the requests, in turn
 */
record Workload(Kind kind, Visitor visitor, List<byte[]> requests) {

  private static final int HEADERS = 2_000;
  private static final List<String> SET =
      List.of(
          "visits=v1.48151623.1732233600; Path=/; Max-Age=7776000; Secure",
          "recent_products=4711.815.42; Path=/; Max-Age=7776000; Secure");

  /** How the requests differ. */
  enum Kind {
    /** Each has another {@code Cookie} header, and the application reads the cookies. */
    CHANGING,
    /** All of a connection have the same header, and the application reads the cookies. */
    SAME,
    /** Each has another header, and the application does not read it. */
    UNREAD
  }

  /** What the visitors have chosen. */
  enum Visitor {
    CONSENTED,
    DENIED
  }

  static Workload of(Kind kind, Visitor visitor) {
    int count = kind == Kind.SAME ? Load.CONNECTIONS : HEADERS;
    String path = kind == Kind.UNREAD ? ShopServlet.IGNORES : ShopServlet.READS;
    List<byte[]> requests =
        headers(visitor, count).stream().map(cookies -> request(path, cookies)).toList();
    return new Workload(kind, visitor, requests);
  }

  private static List<String> headers(Visitor visitor, int count) {
    Visitors visitors = new Visitors();
    return visitor == Visitor.CONSENTED
        ? visitors.returning(visitors.consented(visitors.headers(count, Visitors.all())), SET)
        : visitors.denied(visitors.headers(count, Visitors.undeclared()));
  }

  private static byte[] request(String path, String cookies) {
    return """
        GET %s HTTP/1.1
        Host: www.example.fr
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
        Accept-Language: fr,en;q=0.5
        Accept-Encoding: gzip, deflate, br
        Sec-Fetch-Dest: document
        Sec-Fetch-Site: same-origin
        Cookie: %s

        """
        .formatted(path, cookies)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return kind + " " + visitor;
  }
}
