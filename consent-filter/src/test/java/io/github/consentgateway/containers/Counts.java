package io.github.consentgateway.containers;

/**
 * A number of cookie lines per container, written as four digits in the order of {@link Container}:
 * Jetty ee10, ee11, Tomcat, Undertow.
 *
 * @param digits for example {@code 1110}: one line each, none on Undertow
 */
record Counts(String digits) {

  Counts {
    if (!digits.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("not four digits: " + digits);
    }
  }

  int on(Container container) {
    return digits.charAt(container.column()) - '0';
  }
}
