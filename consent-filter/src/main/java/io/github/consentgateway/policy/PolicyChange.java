package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One difference between two policies of a site. What widens a consent is material: visitors must
 * be asked again for the purpose concerned, and only for that (GDPR article 7; EDPB guidelines
 * 05/2020, paragraph 110). All else is editorial: visitors are told.
 *
 * @param kind what has changed
 * @param purpose the id of the purpose concerned
 * @param subject what it is about: a cookie, a recipient, a header
 */
public record PolicyChange(Kind kind, String purpose, String subject) {

  /** The kinds of changes. */
  public enum Kind {
    /** Visitors are asked about a purpose that was not there before. */
    NEW_PURPOSE(true),
    /** The purpose has a higher version: visitors are asked again. */
    ASKED_AGAIN(true),
    /** Somebody gets data who did not before. */
    NEW_RECIPIENT(true),
    /** Something is kept longer than before. */
    LONGER_LIFE(true),
    /** Data of another kind are asked of the terminal. */
    NEW_DATA(true),
    /** A limit is gone: others get at a cookie, it goes to more hosts, data go farther away. */
    WEAKER_CONTROL(true),
    /** A cookie more, for recipients and times that were there before. */
    NEW_COOKIE(false),
    /** Something is no longer stored, sent or asked. */
    REMOVED(false),
    /** Other words for the same. */
    WORDING(false);

    private final boolean material;

    Kind(boolean material) {
      this.material = material;
    }

    /** Whether it takes a new consent. */
    public boolean isMaterial() {
      return material;
    }
  }

  /** All differences, in the order of the later policy's purposes. */
  public static List<PolicyChange> between(ConsentPolicy before, ConsentPolicy after) {
    List<PolicyChange> changes = new ArrayList<>();
    for (Purpose purpose : after.purposes()) {
      before
          .purpose(purpose.id())
          .ifPresentOrElse(
              known -> changes.addAll(new Comparison(before, after, known, purpose).changes()),
              () -> changes.add(new PolicyChange(Kind.NEW_PURPOSE, purpose.id(), purpose.id())));
    }
    before.purposes().stream()
        .filter(purpose -> after.purpose(purpose.id()).isEmpty())
        .forEach(gone -> changes.add(new PolicyChange(Kind.REMOVED, gone.id(), gone.id())));
    return List.copyOf(changes);
  }

  /**
   * What keeps {@code after} from following {@code before}: a material change of a purpose whose
   * version was not raised, so that old consents would silently stand for more than was asked; or a
   * lower version. One sentence each, and none if it may follow.
   */
  public static List<String> obstacles(ConsentPolicy before, ConsentPolicy after) {
    List<String> obstacles = new ArrayList<>();
    if (PolicyVersions.compare(after.version(), before.version()) < 0) {
      obstacles.add(
          "policy.version: %s is lower than %s, which visitors have been shown; allowed: that or higher"
              .formatted(after.version(), before.version()));
    }
    for (Purpose purpose : after.purposes()) {
      before
          .purpose(purpose.id())
          .flatMap(known -> obstacle(known, purpose, between(before, after)))
          .ifPresent(obstacles::add);
    }
    return obstacles;
  }

  private static Optional<String> obstacle(
      Purpose before, Purpose after, List<PolicyChange> changes) {
    String place = "purposes." + after.id() + ".version: " + after.version();
    if (after.version() < before.version()) {
      return Optional.of(
          place + " is lower than before; allowed: " + before.version() + " or higher");
    }
    String widened =
        changes.stream()
            .filter(change -> change.purpose().equals(after.id()) && change.kind().isMaterial())
            .map(change -> change.kind() + " " + change.subject())
            .collect(Collectors.joining(", "));
    return after.version() > before.version() || widened.isEmpty()
        ? Optional.empty()
        : Optional.of(
            place
                + " would make old consents stand for more than was asked ("
                + widened
                + "); allowed: "
                + (before.version() + 1)
                + ", which asks again for this purpose alone");
  }

  /** One purpose before and after. */
  private record Comparison(
      ConsentPolicy before, ConsentPolicy after, Purpose known, Purpose purpose) {

    List<PolicyChange> changes() {
      List<PolicyChange> changes = new ArrayList<>();
      if (purpose.version() > known.version()) {
        changes.add(change(Kind.ASKED_AGAIN, purpose.id()));
      }
      added(changes, Kind.NEW_RECIPIENT, Comparison::recipients);
      added(changes, Kind.NEW_DATA, Comparison::headers);
      cookies(changes);
      added(changes, Kind.WEAKER_CONTROL, Comparison::freedoms);
      if (!known.title().equals(purpose.title())
          || !known.description().equals(purpose.description())) {
        changes.add(change(Kind.WORDING, purpose.id()));
      }
      return changes;
    }

    private PolicyChange change(Kind kind, String subject) {
      return new PolicyChange(kind, purpose.id(), subject);
    }

    private void added(List<PolicyChange> changes, Kind kind, Function<Scope, Set<String>> things) {
      Set<String> was = things.apply(new Scope(before, purpose.id()));
      Set<String> is = things.apply(new Scope(after, purpose.id()));
      is.stream().filter(thing -> !was.contains(thing)).forEach(t -> changes.add(change(kind, t)));
      was.stream()
          .filter(thing -> !is.contains(thing))
          .forEach(thing -> changes.add(change(Kind.REMOVED, thing)));
    }

    private void cookies(List<PolicyChange> changes) {
      List<CookieRule> was = new Scope(before, purpose.id()).cookies();
      List<CookieRule> is = new Scope(after, purpose.id()).cookies();
      long longest = was.stream().mapToLong(Comparison::seconds).max().orElse(0);
      for (CookieRule rule : is) {
        Optional<CookieRule> same = named(was, rule.name());
        if (seconds(rule) > same.map(Comparison::seconds).orElse(longest)) {
          changes.add(change(Kind.LONGER_LIFE, rule.name()));
        } else if (same.isEmpty()) {
          changes.add(change(Kind.NEW_COOKIE, rule.name()));
        }
      }
      was.stream()
          .filter(rule -> named(is, rule.name()).isEmpty())
          .forEach(rule -> changes.add(change(Kind.REMOVED, rule.name())));
    }

    private static Optional<CookieRule> named(Collection<CookieRule> rules, String name) {
      return rules.stream().filter(rule -> rule.name().equals(name)).findAny();
    }

    private static long seconds(CookieRule rule) {
      return rule.lifetime().map(life -> life.toSeconds()).orElse(0L);
    }

    private static Set<String> recipients(Scope scope) {
      return Stream.concat(
              scope.services().stream().map(Service::provider),
              scope.cookies().stream().flatMap(rule -> rule.provider().stream()))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> headers(Scope scope) {
      return scope.policy().headers().stream()
          .filter(rule -> rule.purposes().contains(scope.purpose()))
          .map(HeaderRule::name)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a control would forbid, each as a text that says so. */
    private static Set<String> freedoms(Scope scope) {
      Set<String> freedoms = new TreeSet<>();
      if (!scope.policy().bindsToConsent()) {
        freedoms.add("bindToConsent: false");
      }
      for (CookieRule rule : scope.cookies()) {
        if (rule.thirdPartyAccess()) {
          freedoms.add(rule.name() + " thirdPartyAccess: true");
        }
        rule.domains().forEach(domain -> freedoms.add(rule.name() + " domain " + domain));
      }
      for (Service service : scope.services()) {
        freedoms.add(service.provider() + " in " + service.country());
        service.safeguard().ifPresent(safe -> freedoms.add(service.provider() + " under " + safe));
      }
      return freedoms;
    }
  }

  /** What one policy has to say of one purpose. */
  private record Scope(ConsentPolicy policy, String purpose) {

    List<CookieRule> cookies() {
      return policy.cookies().stream().filter(rule -> rule.purposes().contains(purpose)).toList();
    }

    List<Service> services() {
      return policy.services().stream().filter(of -> of.purpose().equals(purpose)).toList();
    }
  }
}
