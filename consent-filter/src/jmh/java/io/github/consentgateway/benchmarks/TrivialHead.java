package io.github.consentgateway.benchmarks;

import io.github.consentgateway.gateway.RequestHead;
import io.github.consentgateway.gateway.ResponseHead;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A request with one {@code Cookie} field and its response, both without a container. */
class TrivialHead implements RequestHead, ResponseHead {

  private final String cookies;
  private final List<String> added = new ArrayList<>(4);

  TrivialHead(String cookies) {
    this.cookies = cookies;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String contextPath() {
    return "";
  }

  @Override
  public String path() {
    return "/catalogue/lamps";
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public List<String> fields(String name) {
    return name.equals("Cookie") ? List.of(cookies) : List.of();
  }

  @Override
  public String client() {
    return "";
  }

  @Override
  public InputStream body() {
    return InputStream.nullInputStream();
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public boolean has(String name) {
    return false;
  }

  @Override
  public void add(String name, String value) {
    added.add(value);
  }

  @Override
  public void set(String name, String value) {
    added.add(value);
  }

  /** The values of all fields that the gate has written itself. */
  List<String> added() {
    return added;
  }
}
