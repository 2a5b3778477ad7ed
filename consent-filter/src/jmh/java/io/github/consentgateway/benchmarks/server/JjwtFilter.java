package io.github.consentgateway.benchmarks.server;

import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Verifies the token at the start of the {@code Cookie} field, as it is usually done. */
final class JjwtFilter implements Filter {

  private static final String TOKEN = "__Host-consent=";

  private final JwtParser parser;

  JjwtFilter(byte[] secret) {
    parser = Jwts.parser().verifyWith(Keys.hmacShaKeyFor(secret)).build();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String cookies = ((HttpServletRequest) request).getHeader("Cookie");
    if (cookies != null && cookies.startsWith(TOKEN)) {
      String token = cookies.substring(TOKEN.length(), cookies.indexOf(';'));
      request.setAttribute("claims", parser.parseSignedClaims(token).getPayload());
    }
    chain.doFilter(request, response);
  }
}
