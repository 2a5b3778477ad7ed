package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.TrafficEvent.Network;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Makes of an address what may be kept of it: a pseudonym of the client and one of its network,
 * under a random key of the day (UTC) that is destroyed ten minutes after it. The address itself is
 * in no field of anything. Where there is any doubt there is no pseudonym, never a weaker one.
 * Thread-safe.
 */
public final class Pseudonymizer implements AutoCloseable {

  private final ClientAddresses addresses;
  private final EpochKeys keys;

  private Pseudonymizer(TrustedProxies proxies, EpochKeys keys) {
    this.addresses = new ClientAddresses(proxies);
    this.keys = keys;
  }

  /**
   * One whose keys are in the memory of this process only: a restart begins another epoch.
   *
   * @param site the site, whose pseudonyms are no other site's
   * @param journal the file that notes when keys began and were destroyed; never the keys
   */
  public static Pseudonymizer passing(
      String site, TrustedProxies proxies, Optional<Path> journal, Clock clock) {
    return new Pseudonymizer(proxies, new PassingKeys(site, noted(journal), clock));
  }

  private static KeyJournal noted(Optional<Path> journal) {
    return journal.<KeyJournal>map(KeyJournalFile::new).orElse((event, epoch, at) -> {});
  }

  /**
   * One whose keys several nodes have in common: a client has one pseudonym on all of them.
   *
   * @param store the database in which they are found, in a table of their own
   * @param wrapping wraps them there; all nodes need the same
   */
  public static Pseudonymizer shared(
      String site,
      TrustedProxies proxies,
      Optional<Path> journal,
      DataSource store,
      KeyWrapping wrapping,
      Clock clock) {
    SharedKeys keys =
        new SharedKeys(
            site, new JdbcKeyStore(store), wrapping, noted(journal), Pseudonymizer::aside, clock);
    return new Pseudonymizer(proxies, keys);
  }

  /** On a thread of its own: a database that does not answer must not keep keys from going. */
  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "consent-traffic-keys");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What is kept of where a request comes from.
   *
   * @param peer the address of the connection, as the container has it
   * @param fields the values of all request fields of a name
   */
  public Origin origin(String peer, Function<String, List<String>> fields) {
    Client client = addresses.client(peer, fields);
    return client.address().isEmpty()
        ? new Origin(
            Optional.empty(), Optional.empty(), Optional.empty(), Network.UNKNOWN, client.source())
        : origin(client.address().get(), client.source());
  }

  private Origin origin(ClientAddress address, ClientSource source) {
    Network family = address.isIpv4() ? Network.IPV4 : Network.IPV6;
    Optional<EpochKey> now = keys.now();
    if (now.isEmpty()) {
      return new Origin(Optional.empty(), Optional.empty(), Optional.empty(), family, source);
    }
    EpochKey key = now.get();
    return new Origin(key.named(), key.client(address), key.network(address), family, source);
  }

  /**
   * What stands for one client today, for whoever has a lawful reason to find it in the log
   * (AC-08). One address at a time: there is no way from a pseudonym, a network or a range to an
   * address.
   *
   * @param literal an IPv4 or IPv6 address
   * @return empty if it is none, or if there is no key of today
   */
  public Optional<Pseudonym> today(String literal) {
    return ClientAddress.of(literal)
        .flatMap(address -> keys.now().flatMap(key -> key.client(address)));
  }

  /** Destroys keys that are over; called every few seconds. */
  public void tick() {
    keys.tick();
  }

  /** Destroys all keys. */
  @Override
  public void close() {
    keys.close();
  }
}
