package io.github.consentgateway.benchmarks.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The application: a page of 1 KiB and three cookies, of which one is essential. It reads the
 * cookies of the request if its path says so.
 */
final class ShopServlet extends HttpServlet {

  static final String READS = "/reads";
  static final String IGNORES = "/ignores";

  private static final long serialVersionUID = 1L;
  private static final int DAYS_90 = 7_776_000;
  private static final byte[] PAGE =
      ("<!doctype html><title>Lamps</title>" + "<p>A lamp for every corner.</p>".repeat(32))
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int seen = request.getServletPath().equals(READS) ? seen(request) : 0;
    response.addCookie(session(seen));
    response.addCookie(visits());
    response.addHeader(
        "Set-Cookie", "recent_products=4711.815.42; Path=/; Max-Age=7776000; Secure");
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(PAGE.length);
    response.getOutputStream().write(PAGE);
  }

  private static int seen(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null ? 0 : cookies.length;
  }

  private static Cookie session(int seen) {
    Cookie cookie = new Cookie("session_id", "c2Vzc2lvbi1vZi1vbmU-" + seen);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static Cookie visits() {
    Cookie cookie = new Cookie("visits", "v1.48151623.1732233600");
    cookie.setPath("/");
    cookie.setMaxAge(DAYS_90);
    cookie.setSecure(true);
    return cookie;
  }
}
