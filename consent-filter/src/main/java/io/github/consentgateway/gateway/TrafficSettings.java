package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.TrafficLog;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What an operator says about the traffic log.
 *
 * @param files the directory of the log in files
 * @param own a log of the operator's own; of the two one at most is there
 * @param kept how long the files are kept
 * @param shared whether the nodes of one database have the keys of pseudonyms in common
 */
record TrafficSettings(
    Optional<Path> files,
    Optional<TrafficLog> own,
    TrustedProxies proxies,
    Routes routes,
    Period kept,
    boolean shared) {

  private static final Period USUAL = RetentionClass.named("TRAFFIC").period();

  /** A year without a leap day, by which periods are compared. */
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  static final TrafficSettings NONE =
      new TrafficSettings(
          Optional.empty(),
          Optional.empty(),
          TrustedProxies.NONE,
          new Routes(List.of()),
          USUAL,
          false);

  TrafficSettings in(Path directory) {
    return new TrafficSettings(
        Optional.of(directory), Optional.empty(), proxies, routes, kept, shared);
  }

  TrafficSettings to(TrafficLog log) {
    return new TrafficSettings(Optional.empty(), Optional.of(log), proxies, routes, kept, shared);
  }

  TrafficSettings behind(TrustedProxies known) {
    return new TrafficSettings(files, own, known, routes, kept, shared);
  }

  TrafficSettings under(Routes patterns) {
    return new TrafficSettings(files, own, proxies, patterns, kept, shared);
  }

  TrafficSettings keptFor(Period period) {
    return new TrafficSettings(files, own, proxies, routes, period, shared);
  }

  TrafficSettings sharing(boolean whether) {
    return new TrafficSettings(files, own, proxies, routes, kept, whether);
  }

  /** How long visitors are told that what is noted of them is kept; empty if nothing is. */
  Optional<Period> told() {
    return files.isPresent() || own.isPresent() ? Optional.of(kept) : Optional.empty();
  }

  /** What is wrong with them; mostly nothing. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(routes.problems());
    LocalDate end = NEW_YEAR.plus(kept);
    if (!end.isAfter(NEW_YEAR) || end.isAfter(NEW_YEAR.plus(TrafficSegments.LONGEST))) {
      problems.add(
          "trafficKeptFor: %s; from P1D to %s is allowed".formatted(kept, TrafficSegments.LONGEST));
    }
    return problems;
  }

  /** What deletes the files in time; a log of the operator's own is the operator's affair. */
  Optional<Disposal> disposal() {
    return files.map(directory -> new TrafficDisposal(directory, kept));
  }

  /**
   * The log, if there is to be one.
   *
   * @throws SetupException if its directory cannot be used
   */
  Optional<Traffic> open(
      ConsentPolicy policy,
      SigningKeys keys,
      Optional<Path> data,
      Optional<DataSource> database,
      String base,
      Clock clock) {
    String site = Generation.host(policy);
    Optional<TrafficLog> log =
        own.or(() -> files.map(directory -> opened(directory, site, keys, clock)));
    return log.map(
        to -> new Traffic(to, pseudonymizer(site, data, database, clock), routes, base, clock));
  }

  private Pseudonymizer pseudonymizer(
      String site, Optional<Path> data, Optional<DataSource> database, Clock clock) {
    Optional<Path> journal = files.map(directory -> directory.resolve("traffic-keys.jsonl"));
    if (!shared) {
      return Pseudonymizer.passing(site, proxies, journal, clock);
    }
    Path file = data.orElseThrow().resolve("consent-traffic-keys.json");
    return Pseudonymizer.shared(
        site,
        proxies,
        journal,
        database.orElseThrow(),
        new MonthlyKeyWrapping(RecordKeys.open(file, clock)),
        clock);
  }

  private static TrafficLog opened(Path directory, String site, SigningKeys keys, Clock clock) {
    try {
      boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(directory);
      }
      return new TrafficSegments(directory, new EvidenceSegmentSigner(keys)).open(site, clock);
    } catch (IOException e) {
      throw new SetupException(
          List.of("traffic: %s: cannot be used; a directory is allowed".formatted(directory)));
    }
  }
}
