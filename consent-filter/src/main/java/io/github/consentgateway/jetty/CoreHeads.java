package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.RequestHead;
import io.github.consentgateway.gateway.ResponseHead;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Jetty's core API as the gateway sees it. */
final class CoreHeads {

  private CoreHeads() {}

  record Asked(Request request) implements RequestHead {

    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public String path() {
      return Request.getPathInContext(request);
    }

    @Override
    public String query() {
      return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    @Override
    public List<String> fields(String name) {
      return request.getHeaders().getValuesList(name);
    }

    @Override
    public Optional<String> field(String name) {
      return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public String client() {
      return Request.getRemoteAddr(request);
    }

    @Override
    public String protocol() {
      return request.getConnectionMetaData().getHttpVersion().asString();
    }

    @Override
    public InputStream body() {
      return Content.Source.asInputStream(request);
    }
  }

  record Answered(HttpFields.Mutable head) implements ResponseHead {

    @Override
    public boolean has(String name) {
      return head.contains(name);
    }

    @Override
    public Collection<String> names() {
      return head.getFieldNamesCollection();
    }

    @Override
    public List<String> fields(String name) {
      return head.getValuesList(name);
    }

    @Override
    public void add(String name, String value) {
      head.add(name, value);
    }

    @Override
    public void set(String name, String value) {
      head.put(name, value);
    }
  }
}
