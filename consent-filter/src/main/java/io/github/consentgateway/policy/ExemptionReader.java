package io.github.consentgateway.policy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads why a cookie needs no consent, and refuses what is no reason. */
final class ExemptionReader {

  /** What the file says about an exemption; all empty if the cookie needs consent. */
  record Exemption(
      Optional<ExemptClass> exempt,
      Optional<String> why,
      Optional<String> override,
      Optional<CookieRule.Audience> audience) {}

  private static final String CLASSES =
      Stream.of(ExemptClass.values()).map(Enum::name).collect(Collectors.joining(", "));
  private static final String RETENTION = "an ISO 8601 period up to P25M";
  private static final String DATE = "a past day such as 2026-11-22";
  private static final int MOST_MONTHS = 25;
  private static final int REVIEW_MONTHS = 12;
  private static final List<String> AUDIENCE_KEYS =
      List.of("firstParty", "sliding", "dataRetention", "reviewedOn");

  private final References references;
  private final Clock clock;
  private final Problems warnings;

  ExemptionReader(References references, Clock clock, Problems warnings) {
    this.references = references;
    this.clock = clock;
    this.warnings = warnings;
  }

  Exemption read(Section section, Optional<Node.Scalar> name) {
    Optional<Node.Scalar> text = section.text("exempt");
    refuseNeitherAndBoth(section);
    Optional<ExemptClass> exempt = text.flatMap(ExemptionReader::exemptClass);
    text.filter(scalar -> exempt.isEmpty())
        .ifPresent(scalar -> section.wrong(scalar, "exempt", "one of " + CLASSES));
    boolean audience = exempt.filter(ExemptClass.AUDIENCE_EXEMPT::equals).isPresent();
    return new Exemption(
        exempt,
        text.isPresent() ? why(section) : section.text("why").map(Node.Scalar::text),
        text.isPresent() ? override(section, name, audience) : noOverride(section),
        audience ? audience(section) : noAudience(section));
  }

  private void refuseNeitherAndBoth(Section section) {
    boolean exempt = section.find("exempt").isPresent();
    Optional<Node> purposes = section.find("purposes");
    boolean listed =
        purposes
            .filter(node -> !(node instanceof Node.Sequence of && of.items().isEmpty()))
            .isPresent();
    if (!exempt && !listed) {
      section.problem(
          purposes.orElse(section.node()),
          "purposes",
          "is missing, and so is exempt; allowed: a list of "
              + references.allowed()
              + ", or exempt: one of "
              + CLASSES);
    }
    purposes
        .filter(node -> exempt)
        .ifPresent(
            node ->
                section.problem(
                    node, "purposes", "and exempt exclude each other; allowed: one of them"));
  }

  private static Optional<ExemptClass> exemptClass(Node.Scalar scalar) {
    return Stream.of(ExemptClass.values())
        .filter(exempt -> exempt.name().equals(scalar.text()))
        .findAny();
  }

  private static Optional<String> why(Section section) {
    return section
        .requireText("why", "one line that justifies the exemption")
        .map(scalar -> Problems.oneLine(scalar.text()));
  }

  private Optional<String> override(Section section, Optional<Node.Scalar> name, boolean audience) {
    Optional<Node.Scalar> reason = section.text("override");
    reason
        .filter(scalar -> !scalar.text().strip().contains(" "))
        .ifPresent(scalar -> section.wrong(scalar, "override", "the reason, in words"));
    name.flatMap(at -> Trackers.overlapping(NamePattern.of(at.text()), audience))
        .ifPresent(tracker -> report(section, name.orElseThrow(), tracker, reason));
    return reason.map(Node.Scalar::text);
  }

  private void report(
      Section section, Node.Scalar name, Trackers.Tracker tracker, Optional<Node.Scalar> reason) {
    String known = "covers " + tracker.pattern() + ", a well-known tracker of " + tracker.owner();
    if (reason.isPresent()) {
      String because = Problems.quote(reason.get().text());
      warnings.add(name, section.path() + " " + known + ", declared exempt because " + because);
    } else {
      String written = "is " + Problems.quote(name.text()) + " and " + known;
      section.problem(name, "name", written + "; allowed: purposes, or override with the reason");
    }
  }

  private static Optional<String> noOverride(Section section) {
    section
        .find("override")
        .ifPresent(node -> section.problem(node, "override", "goes with exempt only"));
    return Optional.empty();
  }

  private static Optional<CookieRule.Audience> noAudience(Section section) {
    for (String key : AUDIENCE_KEYS) {
      section
          .find(key)
          .ifPresent(node -> section.problem(node, key, "goes with exempt: AUDIENCE_EXEMPT only"));
    }
    return Optional.empty();
  }

  private Optional<CookieRule.Audience> audience(Section section) {
    demand(section, "firstParty", true);
    demand(section, "thirdPartyAccess", false);
    demand(section, "sliding", false);
    Optional<Duration> retention = retention(section);
    Optional<LocalDate> reviewed = reviewedOn(section);
    return retention.flatMap(kept -> reviewed.map(day -> new CookieRule.Audience(kept, day)));
  }

  private static void demand(Section section, String key, boolean value) {
    String allowed = value + ", as an exempt audience measurement must be";
    Optional<Node> node = section.require(key, allowed);
    section
        .flag(key)
        .filter(written -> written != value)
        .ifPresent(
            written ->
                section.problem(
                    node.orElseThrow(), key, "is " + written + "; allowed: " + allowed));
  }

  private static Optional<Duration> retention(Section section) {
    Optional<Node.Scalar> text = section.requireText("dataRetention", RETENTION);
    Optional<Duration> retention = text.flatMap(scalar -> Span.parse(scalar.text(), MOST_MONTHS));
    text.filter(scalar -> retention.isEmpty())
        .ifPresent(scalar -> section.wrong(scalar, "dataRetention", RETENTION));
    return retention;
  }

  private Optional<LocalDate> reviewedOn(Section section) {
    LocalDate today = LocalDate.now(clock);
    Optional<Node.Scalar> text = section.requireText("reviewedOn", DATE);
    Optional<LocalDate> day =
        text.flatMap(ExemptionReader::date).filter(reviewed -> !reviewed.isAfter(today));
    text.filter(scalar -> day.isEmpty())
        .ifPresent(scalar -> section.wrong(scalar, "reviewedOn", DATE));
    day.filter(reviewed -> !reviewed.plusMonths(REVIEW_MONTHS).isAfter(today))
        .ifPresent(reviewed -> warnOfStale(section, text.orElseThrow()));
    return day;
  }

  private void warnOfStale(Section section, Node.Scalar at) {
    String text = " is %s, 12 months ago or more: review the need for the measurement again";
    warnings.add(at, section.path() + ".reviewedOn" + text.formatted(at.text()));
  }

  private static Optional<LocalDate> date(Node.Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
