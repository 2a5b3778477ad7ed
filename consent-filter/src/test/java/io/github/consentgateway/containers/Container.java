package io.github.consentgateway.containers;

/** A servlet container of the matrix, with the generation of the servlet API that it brings. */
enum Container {
  JETTY_EE10(0, "JettyEe10Host", false),
  JETTY_EE11(1, "JettyEe11Host", true),
  TOMCAT(2, "TomcatHost", true),
  UNDERTOW(3, "UndertowHost", false);

  private final int column;
  private final String host;
  private final boolean servlet61;

  Container(int column, String host, boolean servlet61) {
    this.column = column;
    this.host = host;
    this.servlet61 = servlet61;
  }

  /** Its place in a row of {@link Counts}. */
  int column() {
    return column;
  }

  boolean jetty() {
    return this == JETTY_EE10 || this == JETTY_EE11;
  }

  /** Whether this container can stand behind the gate; the handler exists on Jetty only. */
  boolean supports(Gate gate) {
    return jetty() || !gate.hasHandler();
  }

  String hostClass() {
    return Container.class.getPackageName() + "." + host;
  }

  boolean servlet61() {
    return servlet61;
  }
}
