package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.Disposal;
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
import java.util.List;
import java.util.Optional;

/**
 * What an operator says about the traffic log.
 *
 * @param files the directory of the log in files
 * @param own a log of the operator's own; of the two one at most is there
 */
record TrafficSettings(
    Optional<Path> files, Optional<TrafficLog> own, TrustedProxies proxies, Routes routes) {

  static final TrafficSettings NONE =
      new TrafficSettings(
          Optional.empty(), Optional.empty(), TrustedProxies.NONE, new Routes(List.of()));

  TrafficSettings in(Path directory) {
    return new TrafficSettings(Optional.of(directory), Optional.empty(), proxies, routes);
  }

  TrafficSettings to(TrafficLog log) {
    return new TrafficSettings(Optional.empty(), Optional.of(log), proxies, routes);
  }

  TrafficSettings behind(TrustedProxies known) {
    return new TrafficSettings(files, own, known, routes);
  }

  TrafficSettings under(Routes patterns) {
    return new TrafficSettings(files, own, proxies, patterns);
  }

  /** What deletes the files in time; a log of the operator's own is the operator's affair. */
  Optional<Disposal> disposal() {
    return files.map(TrafficDisposal::new);
  }

  /**
   * The log, if there is to be one.
   *
   * @throws SetupException if its directory cannot be used
   */
  Optional<Traffic> open(ConsentPolicy policy, SigningKeys keys, String base, Clock clock) {
    String site = Traffic.host(policy);
    Optional<TrafficLog> log =
        own.or(() -> files.map(directory -> opened(directory, site, keys, clock)));
    Optional<Path> journal = files.map(directory -> directory.resolve("traffic-keys.jsonl"));
    return log.map(
        to ->
            new Traffic(
                to, Pseudonymizer.passing(site, proxies, journal, clock), routes, base, clock));
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
