package io.github.consentgateway.gateway;

import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.PolicyException;
import io.github.consentgateway.policy.PolicyFile;
import io.github.consentgateway.policy.Problem;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.token.KeyFile;
import io.github.consentgateway.token.KeyFileException;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.token.TokenKeys;
import io.github.consentgateway.traffic.TrafficLog;
import io.github.consentgateway.traffic.TrustedProxies;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The settings of a {@link ConsentGateway}. A policy and keys are needed, everything else has a
 * default. Not thread-safe.
 */
public final class ConsentGatewayBuilder {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  private Optional<Path> policyFile = Optional.empty();
  private Optional<Supplier<ConsentPolicy>> policy = Optional.empty();
  private Optional<Path> data = Optional.empty();
  private Optional<TokenKeys> keys = Optional.empty();
  private Optional<SigningKeys> signingKeys = Optional.empty();
  private Optional<RecordKeys> recordKeys = Optional.empty();
  private Optional<ConsentLedger> ledger = Optional.empty();
  private Optional<DataSource> database = Optional.empty();
  private final List<WithdrawalListener> listeners = new ArrayList<>();
  private final List<Disposal> disposals = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private Optional<String> site = Optional.empty();
  private String place = "consent.yaml";
  private String base = "/consent";
  private int grantsPerMinute = 120;
  private TrafficSettings traffic = TrafficSettings.NONE;
  private Clock clock = Clock.systemUTC();

  ConsentGatewayBuilder() {}

  /** The policy file, {@code consent.yaml}; watched for changes. */
  public ConsentGatewayBuilder policy(Path file) {
    policyFile = Optional.of(file);
    policy = Optional.empty();
    place = file.toString();
    return this;
  }

  /** A policy as text; {@code name} names it in messages. It never changes. */
  public ConsentGatewayBuilder policy(String yaml, String name) {
    policy = Optional.of(() -> ConsentPolicy.parse(yaml, name, clock));
    place = name;
    return this;
  }

  /** A policy that never changes. */
  public ConsentGatewayBuilder policy(ConsentPolicy fixed) {
    policy = Optional.of(() -> fixed);
    return this;
  }

  /** The origin of the site, in the place of the one that the policy names. */
  public ConsentGatewayBuilder site(String origin) {
    site = Optional.of(origin);
    return this;
  }

  /** The data directory: the key file {@code consent-keys.json} is created here if need be. */
  public ConsentGatewayBuilder data(Path directory) {
    data = Optional.of(directory);
    return this;
  }

  /** The keys, in the place of a key file in the data directory. */
  public ConsentGatewayBuilder keys(TokenKeys source) {
    keys = Optional.of(source);
    return this;
  }

  /**
   * The database that consents are recorded in: PostgreSQL 12 or later, or SQLite; its tables are
   * created if need be. By default an SQLite file {@code consent-ledger.db} in the data directory,
   * for which {@code org.xerial:sqlite-jdbc} must be on the class path.
   */
  public ConsentGatewayBuilder ledger(DataSource source) {
    database = Optional.of(source);
    ledger = Optional.empty();
    return this;
  }

  /** A ledger of one's own, in the place of a database; closed by whoever has made it. */
  public ConsentGatewayBuilder ledger(ConsentLedger own) {
    ledger = Optional.of(own);
    database = Optional.empty();
    return this;
  }

  /**
   * The keys that sign receipts and the ledger, in the place of {@code consent-signing-keys.json}
   * in the data directory.
   */
  public ConsentGatewayBuilder signingKeys(SigningKeys source) {
    signingKeys = Optional.of(source);
    return this;
  }

  /**
   * The keys that records are sealed with, in the place of {@code consent-record-keys.json} in the
   * data directory. All nodes of one database need the same.
   */
  public ConsentGatewayBuilder recordKeys(RecordKeys source) {
    recordKeys = Optional.of(source);
    return this;
  }

  /** Tells {@code listener} of what visitors take back, after those that were added before. */
  public ConsentGatewayBuilder onWithdraw(WithdrawalListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Lets the retention engine delete data of the application as well, under the same schedule,
   * holds and clock: at the start, and every six hours.
   */
  public ConsentGatewayBuilder disposal(Disposal own) {
    disposals.add(own);
    return this;
  }

  /** The path of the gateway's own pages below the application's; {@code /consent} by default. */
  public ConsentGatewayBuilder base(String path) {
    base = path;
    return this;
  }

  /**
   * How many records one client may leave in a minute; 120 by default, at least 1. Refusing and
   * withdrawing are never limited. Behind a proxy whose clients all seem to have one address this
   * is the number for all of them.
   */
  public ConsentGatewayBuilder grantsPerMinute(int most) {
    grantsPerMinute = most;
    return this;
  }

  /**
   * A traffic log in files in this directory, which is created if need be (mode 0700): signed
   * segments of an hour, deleted by the retention engine after the time of the class {@code
   * TRAFFIC}. By default there is no traffic log.
   */
  public ConsentGatewayBuilder traffic(Path directory) {
    traffic = traffic.in(directory);
    return this;
  }

  /** How long traffic files are kept: six months by default, from a day to 365 days. */
  public ConsentGatewayBuilder trafficKeptFor(Period period) {
    traffic = traffic.keptFor(period);
    return this;
  }

  /** A traffic log of one's own, closed with the gateway, and deleted by whoever keeps it. */
  public ConsentGatewayBuilder traffic(TrafficLog own) {
    traffic = traffic.to(own);
    return this;
  }

  /**
   * Whether the nodes of one database have the keys of pseudonyms in common, so that a client has
   * one pseudonym on all of them; false by default: then they are in the memory of each. The keys
   * lie in the database, wrapped under those of {@code consent-traffic-keys.json} in the data
   * directory, of which all nodes need the same; both are destroyed when they are over.
   */
  public ConsentGatewayBuilder shareTrafficKeys(boolean whether) {
    traffic = traffic.sharing(whether);
    return this;
  }

  /** The proxies whose word on a client's address is taken for the traffic log; none by default. */
  public ConsentGatewayBuilder trustedProxies(TrustedProxies known) {
    traffic = traffic.behind(known);
    return this;
  }

  /**
   * As {@link #trustedProxies(TrustedProxies)}, as a text such as {@code X-Forwarded-For:
   * 10.0.0.0/8, 192.0.2.1}.
   */
  public ConsentGatewayBuilder trustedProxies(String text) {
    try {
      return trustedProxies(TrustedProxies.parse(text));
    } catch (IllegalArgumentException e) {
      unreadable.add("trustedProxies: " + e.getMessage());
      return this;
    }
  }

  /**
   * The patterns under which requests are logged, such as {@code /orders/{id}}; a path that fits
   * none is logged under what the container has mapped, and never itself.
   */
  public ConsentGatewayBuilder routes(List<String> patterns) {
    traffic = traffic.under(new Routes(patterns));
    return this;
  }

  /** The clock that days, lives and reviews are counted by; the system's by default. */
  public ConsentGatewayBuilder clock(Clock ticking) {
    clock = ticking;
    return this;
  }

  /**
   * Reads the files and opens the gate.
   *
   * @throws SetupException if anything is missing or wrong, with all problems at once
   */
  public ConsentGateway build() {
    List<String> problems = new ArrayList<>(unreadable);
    List<BooleanSupplier> changes = new ArrayList<>();
    Optional<Supplier<ConsentPolicy>> source = source(problems, changes);
    Optional<TokenKeys> signing = signing(problems, changes);
    ConsentPages pages = new ConsentPages(application(), traffic.told());
    source.ifPresent(of -> problems.addAll(pages.problems(of.get().languages())));
    checkBase(problems);
    if (ledger.isPresent() && traffic.disposal().isPresent()) {
      problems.add("traffic: files need a database or a data directory, not a ledger of your own");
    }
    if (ledger.isPresent() && !disposals.isEmpty()) {
      problems.add("disposal: needs a database or a data directory, not a ledger of your own");
    }
    for (Disposal own : disposals) {
      if (!RetentionClass.isKnown(own.retentionClass())) {
        problems.add("disposal: " + own.retentionClass() + " is no class of the schedule");
      }
    }
    problems.addAll(traffic.problems());
    if (traffic.shared() && (database.isEmpty() || data.isEmpty())) {
      problems.add("shareTrafficKeys: needs a database, ledger(DataSource), and a data directory");
    }
    if (grantsPerMinute < 1) {
      problems.add("grantsPerMinute: " + grantsPerMinute + "; at least 1 is allowed");
    }
    if (source.isEmpty() || signing.isEmpty() || !problems.isEmpty()) {
      throw new SetupException(problems);
    }
    return opened(source.get(), signing.get(), changes, pages);
  }

  /** Opened last: a set-up that fails for another reason leaves no trace in a database. */
  private ConsentGateway opened(
      Supplier<ConsentPolicy> source,
      TokenKeys signing,
      List<BooleanSupplier> changes,
      ConsentPages pages) {
    List<Disposal> all = new ArrayList<>(disposals);
    traffic.disposal().ifPresent(all::add);
    Opening opening =
        new Opening(data, database, ledger, signingKeys, recordKeys, all, listeners, clock);
    return opening.with(
        source.get(),
        changes,
        evidence ->
            new ConsentGateway(
                new Settings(
                    source,
                    signing,
                    changes,
                    pages,
                    evidence,
                    traffic.open(source.get(), evidence.keys(), data, database, base, clock),
                    () -> opening.end(evidence),
                    base,
                    grantsPerMinute,
                    clock)));
  }

  /** Whoever sets the gateway up does so in the name of the application. */
  private static ClassLoader application() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ConsentGatewayBuilder.class.getClassLoader() : context;
  }

  private Optional<Supplier<ConsentPolicy>> source(
      List<String> problems, List<BooleanSupplier> changes) {
    try {
      Supplier<ConsentPolicy> source = placed(changes);
      warn(source.get());
      return Optional.of(source);
    } catch (PolicyException e) {
      problems.addAll(e.lines());
      return Optional.empty();
    }
  }

  private Supplier<ConsentPolicy> placed(List<BooleanSupplier> changes) {
    if (policy.isPresent()) {
      ConsentPolicy fixed = atSite(policy.get().get());
      return () -> fixed;
    }
    PolicyFile file =
        new PolicyFile(policyFile.orElse(Path.of("consent.yaml")), this::atSite, clock);
    changes.add(() -> file.refresh() && warn(file.current()));
    return file::current;
  }

  private ConsentPolicy atSite(ConsentPolicy read) {
    return site.map(read::withSite).orElse(read);
  }

  private Optional<TokenKeys> signing(List<String> problems, List<BooleanSupplier> changes) {
    if (keys.isPresent()) {
      return keys;
    }
    if (data.isEmpty()) {
      problems.add("data: no directory is set; name one in which keys may be kept (mode 0700)");
      return Optional.empty();
    }
    try {
      KeyFile file = KeyFile.open(data.get().resolve("consent-keys.json"), clock);
      changes.add(file::refresh);
      return Optional.of(file);
    } catch (KeyFileException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private void checkBase(List<String> problems) {
    if (!base.matches("(/[A-Za-z0-9._~-]+)+")) {
      problems.add(
          "base: '%s' is no path; use one like /consent, without a slash at its end"
              .formatted(base));
    }
  }

  /** Tells what an operator should look at in a policy that is in force from now on. */
  private boolean warn(ConsentPolicy taken) {
    for (Problem remark : taken.warnings()) {
      LOG.log(System.Logger.Level.WARNING, "{0}", remark.in(place));
    }
    return true;
  }
}
