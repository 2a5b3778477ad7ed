package io.github.consentgateway.demo;

import io.github.consentgateway.demo.gate.Gate;
import io.github.consentgateway.demo.lab.Lab;
import io.github.consentgateway.demo.shop.Storefront;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;

/** The web application: the shop and the cookie laboratory in one servlet context. */
public final class Shop {

  private static final int SESSION_SECONDS = 30 * 60;
  private static final int FORM_BYTES = 16 * 1024;
  private static final int FORM_KEYS = 20;

  private final Gate gate;

  /** A shop that asks {@code gate}. */
  public Shop(Gate gate) {
    this.gate = gate;
  }

  /** The application, ready to be mounted. */
  public ServletContextHandler handler() {
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.setDisplayName("Cocagne");
    context.setMaxFormContentSize(FORM_BYTES);
    context.setMaxFormKeys(FORM_KEYS);
    sessions(context.getSessionHandler());
    gate.filter().ifPresent(filter -> first(context, filter));
    Storefront storefront = new Storefront(gate, Clock.systemUTC());
    storefront.install(context);
    new Lab(gate, storefront).install(context);
    return context;
  }

  private static void first(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
  }

  private static void sessions(SessionHandler sessions) {
    sessions.setHttpOnly(true);
    sessions.setSameSite(SameSite.LAX);
    sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
  }
}
