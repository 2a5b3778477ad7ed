package io.github.consentgateway.gateway;

/**
 * What a container may do with the addresses of visitors beside the traffic log, so that the log
 * does not keep what it promises. Edges look for it when they start.
 */
public enum AddressLeak {
  /** The container keeps a log of requests itself. */
  ACCESS_LOG(
      "Beside the traffic log the container keeps an access log of its own ({0}). It may hold"
          + " addresses and paths in clear, for longer than a day, and whoever lays the two side by"
          + " side finds out whom a pseudonym stands for. Switch it off, or take addresses, users,"
          + " paths, queries and request fields out of its format."),
  /** The container believes what a request says about the address that it comes from. */
  FORWARDED(
      "The container takes the address of a client from forwarding fields before the traffic log"
          + " sees it ({0}). Anybody who reaches this port may then choose the address that is noted."
          + " Take that out and name the proxies in the setting trustedProxies, or let nobody but a"
          + " proxy that replaces those fields reach this port.");

  private final String warning;

  AddressLeak(String warning) {
    this.warning = warning;
  }

  /** What is found, why it matters and what to do; {@code {0}} stands for what does it. */
  String warning() {
    return warning;
  }
}
