package io.github.consentgateway.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks whose word on the address of a client is taken, and the field that they say it in.
 * Without any, no field is looked at: anybody can send one. Immutable.
 */
public final class TrustedProxies {

  /** A field in which proxies name clients. */
  public enum Field {
    /** {@code Forwarded}, <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>. */
    FORWARDED("Forwarded", ClientSource.FORWARDED),
    /** {@code X-Forwarded-For}, which has no standard. */
    X_FORWARDED_FOR("X-Forwarded-For", ClientSource.X_FORWARDED_FOR);

    private final String name;
    private final ClientSource source;

    Field(String name, ClientSource source) {
      this.name = name;
      this.source = source;
    }

    /** The name of the field. */
    public String fieldName() {
      return name;
    }

    ClientSource source() {
      return source;
    }
  }

  /** The addresses of one family whose first bits are the same. */
  private record Network(ClientAddress first, int bits) {

    boolean isExact() {
      return first.network(bits).equals(first);
    }

    boolean contains(ClientAddress address) {
      return address.isIpv4() == first.isIpv4() && address.network(bits).equals(first);
    }
  }

  /** Nobody's word is taken. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of(), Field.FORWARDED);

  private final List<Network> networks;
  private final Field field;

  private TrustedProxies(List<Network> networks, Field field) {
    this.networks = List.copyOf(networks);
    this.field = field;
  }

  /**
   * Proxies in these networks, which name clients in this field only.
   *
   * @param networks in CIDR notation, such as {@code 10.0.0.0/8}, or single addresses
   * @throws IllegalArgumentException with all that is wrong with them
   */
  public static TrustedProxies of(List<String> networks, Field field) {
    List<Network> read = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String network : networks) {
      block(network).ifPresentOrElse(read::add, () -> problems.add(network));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(", ", problems)
              + ": no network; allowed are such as 10.0.0.0/8, 2001:db8::/32 and 192.0.2.1");
    }
    return new TrustedProxies(read, field);
  }

  /**
   * The same as one text: the field, a colon, and the networks by commas or spaces, such as {@code
   * X-Forwarded-For: 10.0.0.0/8, 192.0.2.1}.
   *
   * @throws IllegalArgumentException with all that is wrong with it
   */
  public static TrustedProxies parse(String text) {
    int colon = text.indexOf(':');
    String name = text.substring(0, Math.max(0, colon)).strip();
    for (Field field : Field.values()) {
      if (field.fieldName().equalsIgnoreCase(name)) {
        return of(List.of(text.substring(colon + 1).strip().split("[,\\s]+", -1)), field);
      }
    }
    throw new IllegalArgumentException(
        "'%s'; such as 'X-Forwarded-For: 10.0.0.0/8' or 'Forwarded: 192.0.2.1' is required"
            .formatted(text));
  }

  /** A network without bits outside of it: one with such was meant to be another. */
  private static Optional<Network> block(String network) {
    int slash = network.indexOf('/');
    if (slash < 0) {
      return ClientAddress.of(network).map(one -> new Network(one, one.length()));
    }
    String bits = network.substring(slash + 1);
    return ClientAddress.of(network.substring(0, slash))
        .filter(first -> bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= first.length())
        .map(first -> new Network(first, Integer.parseInt(bits)))
        .filter(Network::isExact);
  }

  Field field() {
    return field;
  }

  boolean isEmpty() {
    return networks.isEmpty();
  }

  boolean contain(ClientAddress address) {
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
