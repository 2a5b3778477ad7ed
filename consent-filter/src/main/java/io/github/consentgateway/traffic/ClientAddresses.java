package io.github.consentgateway.traffic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the address of a client: that of the connection, unless it is a trusted proxy's. Then its
 * field is read from the right, and the first address that is no trusted proxy's is the client's.
 * If something comes before it that cannot be read, nobody knows who the client is.
 */
record ClientAddresses(TrustedProxies proxies) {

  /**
   * The client of a request.
   *
   * @param peer the address of the connection
   * @param fields the values of all fields of a name
   */
  Client client(String peer, Function<String, List<String>> fields) {
    Optional<ClientAddress> direct = ClientAddress.of(peer);
    if (direct.isEmpty() || !proxies.contain(direct.get())) {
      return Client.of(ClientSource.DIRECT, direct);
    }
    List<String> lines = fields.apply(proxies.field().fieldName());
    return lines.isEmpty()
        ? Client.of(ClientSource.DIRECT, direct)
        : behind(direct.get(), ForwardedHops.of(lines, proxies.field()));
  }

  private Client behind(ClientAddress peer, List<Optional<ClientAddress>> hops) {
    ClientAddress last = peer;
    for (Optional<ClientAddress> hop : hops) {
      if (hop.isEmpty()) {
        return Client.INVALID;
      }
      last = hop.get();
      if (!proxies.contain(last)) {
        break;
      }
    }
    ClientSource source = last.equals(peer) ? ClientSource.DIRECT : proxies.field().source();
    return new Client(source, Optional.of(last));
  }
}
