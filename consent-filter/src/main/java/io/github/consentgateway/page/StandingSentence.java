package io.github.consentgateway.page;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands for a visitor, in a sentence: what was chosen, when, and what suspends it. */
record StandingSentence(
    ConsentPolicy policy, Standing standing, Texts texts, Declarations declared) {

  String text() {
    String suspended = suspended();
    return suspended.isEmpty() ? decided() : texts.say("suspended", day(), suspended);
  }

  /** The day of the choice that stands. */
  String day() {
    return standing.day().map(texts::day).orElse("");
  }

  /** The titles of purposes, as they are shown; of one that is no longer there, its id. */
  String titles(Collection<String> purposes) {
    List<String> shown = policy.purposes().stream().map(Purpose::id).toList();
    return Stream.concat(shown.stream(), purposes.stream().filter(id -> !shown.contains(id)))
        .filter(purposes::contains)
        .map(id -> declared.titles(Set.of(id)).stream().findAny().orElse(id))
        .collect(Collectors.joining(", "));
  }

  /** What the visitor has accepted and the browser's signal refuses; mostly nothing. */
  private String suspended() {
    return titles(standing.given().stream().filter(standing.signalled()::contains).toList());
  }

  private String decided() {
    return switch (standing.state()) {
      case UNDECIDED -> texts.say("undecided");
      case OUTDATED -> texts.say("outdated", day());
      case DECIDED -> standing.granted().isEmpty() ? texts.say("refused", day()) : granted();
    };
  }

  private String granted() {
    String which = texts.say("label", texts.say("proof.granted"), titles(standing.granted()));
    return texts.say("granted", day()) + " " + which + ".";
  }
}
