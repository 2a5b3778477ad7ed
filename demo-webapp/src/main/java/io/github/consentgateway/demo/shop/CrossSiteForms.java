package io.github.consentgateway.demo.shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses forms that another site sends in the visitor's name, by what browsers say of themselves:
 * <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>.
 */
final class CrossSiteForms extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (request.getMethod().equals("POST") && site != null && !OWN.contains(site)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }
}
