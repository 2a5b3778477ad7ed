package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.policy.ConsentPolicy;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The container's own session cookie. A filter never sees it, so its limits are set where the
 * container takes them: in the session cookie's configuration, before the context starts.
 */
final class SessionCookie {

  private static final int LONGEST = Math.toIntExact(ConsentPolicy.LONGEST_LIFE.toSeconds());

  private SessionCookie() {}

  /** Sets what may only be set while the context is starting. */
  static void clamp(ServletContext context, boolean secure) {
    SessionCookieConfig config = context.getSessionCookieConfig();
    if (config == null) {
      return;
    }
    config.setHttpOnly(true);
    if (config.getAttribute("SameSite") == null) {
      config.setAttribute("SameSite", "Lax");
    }
    if (secure) {
      config.setSecure(true);
    }
    if (config.getMaxAge() > LONGEST) {
      config.setMaxAge(LONGEST);
    }
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
  }

  /** Registers the cookie as essential; the gateway checks that its life is within the limit. */
  static void admit(ServletContext context, ConsentGateway gateway) {
    SessionCookieConfig config = context.getSessionCookieConfig();
    if (config == null) {
      return;
    }
    String name = Optional.ofNullable(config.getName()).orElse("JSESSIONID");
    gateway.admitSessionCookie(name, Duration.ofSeconds(config.getMaxAge()));
  }
}
