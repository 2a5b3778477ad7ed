package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.Answer;
import io.github.consentgateway.gateway.RequestHead;
import io.github.consentgateway.gateway.ResponseHead;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The servlet API as the gateway sees it. */
final class ServletHeads {

  private ServletHeads() {}

  record Asked(HttpServletRequest request) implements RequestHead {

    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String contextPath() {
      return request.getContextPath();
    }

    @Override
    public String path() {
      try {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
      } catch (IllegalArgumentException ambiguous) {
        // Jetty, told to let ambiguous paths in, refuses to decode them.
        return request.getRequestURI();
      }
    }

    @Override
    public String query() {
      return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    @Override
    public List<String> fields(String name) {
      Enumeration<String> values = request.getHeaders(name);
      if (values == null || !values.hasMoreElements()) {
        return List.of();
      }
      String first = values.nextElement();
      return values.hasMoreElements() ? several(first, values) : List.of(first);
    }

    @Override
    public Optional<String> field(String name) {
      return Optional.ofNullable(request.getHeader(name));
    }

    private static List<String> several(String first, Enumeration<String> rest) {
      List<String> all = new ArrayList<>(List.of(first));
      rest.asIterator().forEachRemaining(all::add);
      return all;
    }

    @Override
    public String client() {
      return Objects.requireNonNullElse(request.getRemoteAddr(), "");
    }

    @Override
    public String protocol() {
      return Objects.requireNonNullElse(request.getProtocol(), "");
    }

    @Override
    public Optional<String> route() {
      return Optional.ofNullable(request.getHttpServletMapping())
          .map(HttpServletMapping::getPattern)
          .filter(pattern -> !pattern.isEmpty());
    }

    @Override
    public InputStream body() throws IOException {
      return request.getInputStream();
    }
  }

  record Answered(HttpServletResponse response) implements ResponseHead {

    @Override
    public boolean has(String name) {
      return response.containsHeader(name);
    }

    @Override
    public Collection<String> names() {
      return response.getHeaderNames();
    }

    @Override
    public List<String> fields(String name) {
      // Tomcat keeps the media type apart from the fields until they are sent.
      if (name.equalsIgnoreCase("Content-Type") && response.getContentType() != null) {
        return List.of(response.getContentType());
      }
      return new ArrayList<>(response.getHeaders(name));
    }

    @Override
    public void add(String name, String value) {
      response.addHeader(name, value);
    }

    @Override
    public void set(String name, String value) {
      response.setHeader(name, value);
    }
  }

  /**
   * Sends nothing once a filter outside has sent a head: ours, and so the choice, came too late.
   */
  static void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(answer.status());
    for (Map.Entry<String, String> field : answer.fields()) {
      if (field.getKey().equals("Content-Type")) {
        response.setContentType(Objects.requireNonNull(field.getValue()));
      } else {
        response.addHeader(field.getKey(), field.getValue());
      }
    }
    byte[] body = answer.bytes();
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }
}
