package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGateway;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Closes the gateway with the application that it was made for. */
record ClosingListener(ConsentGateway gateway) implements ServletContextListener {

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    gateway.close();
  }
}
