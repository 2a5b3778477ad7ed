package io.github.consentgateway.policy;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A third party that pages load something from.
 *
 * @param id the name of the service in the file
 * @param purpose the id of the purpose whose consent it needs
 * @param provider who runs it
 * @param hosts the hosts that pages load from; a leading {@code *.} stands for all below
 * @param policyUrl the https page of the provider's privacy policy
 * @param country where the provider is, as an ISO 3166 code of two letters
 * @param safeguard what protects data that leave the European Union (GDPR article 13(1)(f))
 */
public record Service(
    String id,
    String purpose,
    String provider,
    List<String> hosts,
    URI policyUrl,
    String country,
    Optional<String> safeguard) {

  /** Copies the list. */
  public Service {
    hosts = List.copyOf(hosts);
  }
}
