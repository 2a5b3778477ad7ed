package io.github.consentgateway.containers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of the application that somebody has put outside the gate. */
final class OuterFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !concerns((HttpServletRequest) request)) {
      chain.doFilter(request, response);
      return;
    }
    Call call = new Call((HttpServletRequest) request, (HttpServletResponse) response);
    MatrixServlet.run(call, Stage.BEFORE);
    chain.doFilter(request, response);
    MatrixServlet.run(call, Stage.AFTER);
  }

  /** Told without asking for a parameter, which would read the form that the gate awaits. */
  private static boolean concerns(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && query.startsWith("route=");
  }
}
