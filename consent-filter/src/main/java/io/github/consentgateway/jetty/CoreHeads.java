package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.RequestHead;
import io.github.consentgateway.gateway.ResponseHead;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

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
    public InputStream body() {
      return Content.Source.asInputStream(request);
    }
  }

  record Answered(Response response) implements ResponseHead {

    @Override
    public boolean has(String name) {
      return response.getHeaders().contains(name);
    }

    @Override
    public Collection<String> names() {
      return response.getHeaders().getFieldNamesCollection();
    }

    @Override
    public List<String> fields(String name) {
      return response.getHeaders().getValuesList(name);
    }

    @Override
    public void add(String name, String value) {
      response.getHeaders().add(name, value);
    }

    /** Once the head is sent, Jetty would throw. */
    @Override
    public void set(String name, String value) {
      if (!response.isCommitted()) {
        response.getHeaders().put(name, value);
      }
    }
  }
}
