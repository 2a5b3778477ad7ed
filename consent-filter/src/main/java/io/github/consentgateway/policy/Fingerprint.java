package io.github.consentgateway.policy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short name for what a visitor was asked: 128 bits of SHA-256 over the material content. The
 * order of the file, its comments and its wording do not count; a new purpose or version, another
 * cookie, a longer life or another recipient does.
 */
final class Fingerprint {

  private static final int BYTES = 16;

  private Fingerprint() {}

  static String of(Registry registry) {
    String canonical =
        Stream.of(
                Stream.of(line("site", registry.site())),
                registry.bindToConsent()
                    ? Stream.of(line("bindToConsent"))
                    : Stream.<String>empty(),
                registry.minors() ? Stream.of(line("minors")) : Stream.<String>empty(),
                registry.purposes().all().stream().map(Fingerprint::purpose).sorted(),
                registry.cookies().stream().map(Fingerprint::cookie).sorted(),
                registry.services().stream().map(Fingerprint::service).sorted(),
                registry.headers().stream().map(Fingerprint::header).sorted())
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"));
    byte[] digest = Arrays.copyOf(Sha256.of(canonical), BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static String purpose(Purpose purpose) {
    return line("purpose", purpose.id(), purpose.version());
  }

  private static String cookie(CookieRule rule) {
    return line(
        "cookie",
        rule.name(),
        set(rule.purposes()),
        rule.exempt(),
        rule.lifetime(),
        rule.provider(),
        rule.thirdPartyAccess(),
        set(rule.domains()),
        set(rule.paths()),
        rule.partitioned(),
        rule.audience().map(CookieRule.Audience::dataRetention));
  }

  private static String service(Service service) {
    return line(
        "service",
        service.id(),
        service.purpose(),
        service.provider(),
        set(service.hosts()),
        service.country());
  }

  private static String header(HeaderRule rule) {
    return line("header", rule.name(), set(rule.purposes()));
  }

  private static String set(Collection<String> values) {
    return line(values.stream().sorted().toArray());
  }

  /** The fields, each with its length before it, so that no two lists of fields look alike. */
  private static String line(Object... fields) {
    return Stream.of(fields)
        .map(Fingerprint::text)
        .map(text -> text.length() + ":" + text)
        .collect(Collectors.joining(" "));
  }

  private static String text(Object field) {
    return field instanceof Optional<?> optional
        ? optional.map(value -> "+" + value).orElse("-")
        : field.toString();
  }
}
