package io.github.consentgateway.traffic;

import java.util.Optional;

/**
 * Who asks, for as long as it takes to find out what stands for them.
 *
 * @param address empty exactly if the source is {@link ClientSource#INVALID}
 */
record Client(ClientSource source, Optional<ClientAddress> address) {

  static final Client INVALID = new Client(ClientSource.INVALID, Optional.empty());

  static Client of(ClientSource source, Optional<ClientAddress> address) {
    return address.isPresent() ? new Client(source, address) : INVALID;
  }
}
