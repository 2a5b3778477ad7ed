package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.ExemptClass;
import io.github.consentgateway.policy.Reason;
import io.github.consentgateway.token.TokenDefect;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gate of one site. It holds the policy, the keys and what must outlive a request; each request
 * {@linkplain #begin begins} an exchange with it. Thread-safe. Changes of the policy file and of
 * the key file are taken up within a few seconds; a file with mistakes is reported and the last
 * good one stays in force.
 */
public final class ConsentGateway implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  private final Settings settings;
  private final Endpoints endpoints;
  private final Suppressions suppressions = new Suppressions();
  private final Set<String> sessionCookies = ConcurrentHashMap.newKeySet();
  private final Set<AddressLeak> leaks = ConcurrentHashMap.newKeySet();
  private final Watch watch;
  private volatile boolean coversContainer;
  private volatile Generation generation;

  ConsentGateway(Settings settings) {
    this.settings = settings;
    this.endpoints =
        new Endpoints(settings, new GrantLimit(settings.grantsPerMinute(), settings.clock()));
    this.generation = Generation.first(settings.policy(), settings);
    this.watch = new Watch(this::refresh);
  }

  /** Starts the settings of a gateway. */
  public static ConsentGatewayBuilder builder() {
    return new ConsentGatewayBuilder();
  }

  /** Begins an exchange: judges the request's cookies and expires stale ones in the response. */
  public Exchange begin(RequestHead request, ResponseHead response) {
    Generation gate = generation;
    return new Exchange(
        gate, request, response, endpoints, suppressions, note(request, gate), settings.clock());
  }

  /** A log that fails keeps no request from being served. */
  private Optional<TrafficNote> note(RequestHead request, Generation gate) {
    try {
      return settings.traffic().map(traffic -> traffic.begin(request, gate));
    } catch (RuntimeException e) {
      suppressions.fault(e);
      return Optional.empty();
    }
  }

  /** Whether it keeps a traffic log. */
  public boolean notesTraffic() {
    return settings.traffic().isPresent();
  }

  /**
   * Warns the operator of what the container does with addresses beside the traffic log: of each
   * leak once, however many edges and applications find it, and of none without a traffic log.
   *
   * @param by what does it, by name; empty if nothing does
   */
  public void warn(AddressLeak leak, Collection<String> by) {
    if (notesTraffic() && !by.isEmpty() && leaks.add(leak)) {
      LOG.log(Level.WARNING, leak.warning(), String.join(", ", by));
    }
  }

  /** The policy in force. */
  public ConsentPolicy policy() {
    return generation.policy();
  }

  /** How often each reason has kept a cookie or field back, or shortened it, since the start. */
  public Map<Reason, Long> suppressed() {
    return suppressions.counts();
  }

  /** How many tokens were not believed since the start, by reason. */
  public Map<TokenDefect, Long> disbelieved() {
    return generation.tokens().counts();
  }

  /**
   * Registers the container's session cookie as essential, unless the policy names it itself.
   *
   * @param name the cookie's name, usually {@code JSESSIONID}
   * @param life how long the container lets it live; zero or less for a session
   * @throws SetupException if it may live longer than {@link ConsentPolicy#LONGEST_LIFE}, or if the
   *     policy declares that it needs consent: the container sets it out of a filter's sight, so
   *     only {@code ConsentHandler} could withhold it
   */
  public void admitSessionCookie(String name, Duration life) {
    if (life.compareTo(ConsentPolicy.LONGEST_LIFE) > 0) {
      throw new SetupException(
          "The container's session cookie %s is set to live %d s; %d s (390 days) is the most"
              .formatted(name, life.toSeconds(), ConsentPolicy.LONGEST_LIFE.toSeconds()));
    }
    sessionCookies.add(name);
    try {
      renew();
    } catch (SetupException e) {
      sessionCookies.remove(name);
      throw e;
    }
  }

  /**
   * Registers the session cookie of a container that an edge inside it judges: unlike {@link
   * #admitSessionCookie}, it leaves a policy free to declare that the cookie needs consent. An edge
   * says so when it is made; filters ask when they are initialised, which is later.
   */
  public void coverContainer(String sessionCookie) {
    coversContainer = true;
    admitSessionCookie(sessionCookie, Duration.ZERO);
  }

  /**
   * Ends the watch over the files, and the ledger if the gateway has opened it. Exchanges under way
   * go on, but no consent can be given any more.
   */
  @Override
  public void close() {
    watch.close();
    settings.traffic().ifPresent(Traffic::close);
    settings.ending().run();
  }

  /** Looks at every file, and takes up what has changed. */
  void refresh() {
    settings.traffic().ifPresent(traffic -> traffic.tick());
    if (settings.refresh()) {
      renew();
    }
    settings.evidence().publishIfPossible(generation);
  }

  private synchronized void renew() {
    ConsentPolicy policy = settings.policy();
    List<String> wordless = settings.pages().problems(policy.languages());
    if (!wordless.isEmpty()) {
      throw new SetupException(wordless);
    }
    List<String> obstacles = settings.evidence().obstacles(policy);
    if (!obstacles.isEmpty()) {
      throw new SetupException(obstacles);
    }
    for (String name : sessionCookies) {
      refuseUnseen(policy, name);
      policy = policy.withExempt(name, ExemptClass.AUTHENTICATION, "keeps the session together");
    }
    generation = generation.under(policy, settings);
  }

  private void refuseUnseen(ConsentPolicy policy, String name) {
    boolean asks = policy.rule(name).filter(rule -> rule.exempt().isEmpty()).isPresent();
    if (asks && !coversContainer) {
      throw new SetupException(
          ("%s is the container's session cookie, which a filter cannot withhold: declare it exempt"
                  + " in consent.yaml, or put ConsentHandler around the application")
              .formatted(name));
    }
  }
}
