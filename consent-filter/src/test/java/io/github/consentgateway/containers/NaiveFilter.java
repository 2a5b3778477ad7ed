package io.github.consentgateway.containers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;

/**
 * The gate as it is often written: it judges {@code addCookie} and nothing else. Here to prove that
 * the matrix notices.
 */
final class NaiveFilter implements Filter {
  static final String CONSENT = "test-consent=granted";

  private static final Set<String> ESSENTIAL = Set.of("basket", "JSESSIONID");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String cookies = ((HttpServletRequest) request).getHeader("Cookie");
    boolean consented = cookies != null && cookies.contains(CONSENT);
    chain.doFilter(request, new Guarded((HttpServletResponse) response, consented));
  }

  private static final class Guarded extends HttpServletResponseWrapper {
    private final boolean consented;

    Guarded(HttpServletResponse response, boolean consented) {
      super(response);
      this.consented = consented;
    }

    @Override
    public void addCookie(Cookie cookie) {
      if (ESSENTIAL.contains(cookie.getName()) || (consented && cookie.getName().equals("_ga"))) {
        super.addCookie(cookie);
      }
    }
  }
}
