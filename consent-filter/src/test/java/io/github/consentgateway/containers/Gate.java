package io.github.consentgateway.containers;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.servlet.ConsentFilter;
import io.github.consentgateway.token.TokenKeys;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;

/** What stands between the matrix application and the wire. */
enum Gate {
  /** Nothing: the positive control that every route really emits its cookie. */
  NONE,
  /**
   * A filter that knows {@code addCookie} alone: the positive control that the matrix sees an
   * incomplete gate.
   */
  NAIVE,
  /** The servlet filter, for all dispatcher types. */
  FILTER,
  /** The servlet filter mapped twice: nothing may change. */
  TWICE,
  /** The servlet filter mapped for {@code REQUEST} only, as by web.xml and Boot unless told. */
  NARROW,
  /** The Jetty handler around the contexts, no filter. */
  HANDLER,
  /** Handler and filter together. */
  BOTH;

  private static final String POLICY = "/containers/consent.yaml";

  boolean hasFilter() {
    return this == FILTER || this == TWICE || this == NARROW || this == BOTH;
  }

  boolean hasHandler() {
    return this == HANDLER || this == BOTH;
  }

  /** Whether it must hold back every cookie that was not granted. */
  boolean complete() {
    return hasFilter() || hasHandler();
  }

  /** The gate that lets out the very same lines. */
  Gate like() {
    return this == TWICE || this == NARROW ? FILTER : this;
  }

  OpenGate open() {
    return switch (this) {
      case NONE -> OpenGate.NONE;
      case NAIVE -> OpenGate.NONE.filter(NaiveFilter::new);
      case FILTER, TWICE, NARROW, HANDLER, BOTH -> open(gateway(policy()));
    };
  }

  /** This gate with that gateway in it. */
  OpenGate open(ConsentGateway gateway) {
    OpenGate open = OpenGate.NONE.closing(gateway::close);
    OpenGate mapped = this == NARROW ? open.dispatches(EnumSet.of(DispatcherType.REQUEST)) : open;
    OpenGate once = hasFilter() ? mapped.filter(() -> new ConsentFilter(gateway)) : mapped;
    OpenGate filtering = this == TWICE ? once.filter(() -> new ConsentFilter(gateway)) : once;
    return hasHandler()
        ? filtering.handler(guarded -> new ConsentHandler(gateway, guarded))
        : filtering;
  }

  static ConsentGateway gateway(String policy) {
    return gateway(policy, true);
  }

  static ConsentGateway gateway(String policy, boolean noting) {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy(policy, POLICY)
            .keys(TokenKeys.random())
            .ledger(ConsentLedger.inMemory());
    return (noting ? builder.traffic(new NotedTraffic()) : builder).build();
  }

  static String policy() {
    try (InputStream in = Gate.class.getResourceAsStream(POLICY)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its own pages lie. */
  String pages() {
    return hasHandler() ? "/consent" : Webapp.PLAIN.path + "/consent";
  }

  /** Whether a cookie is the gate's own: the consent token and the days of first deposit. */
  static boolean owns(String cookieName) {
    return cookieName.equals("__Host-consent") || cookieName.startsWith("__Host-consent-since-");
  }
}
