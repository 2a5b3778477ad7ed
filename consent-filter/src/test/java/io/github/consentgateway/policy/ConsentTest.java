package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentTest {

  private static final Map<String, Integer> NONE = Map.of();

  private final ConsentPolicy policy = Policies.valid();

  static List<Arguments> choices() {
    Map<String, Integer> all = Map.of("preferences", 1, "audience", 2, "video", 1);
    return List.of(
        Arguments.argumentSet("all accepted", all, NONE, Consent.State.DECIDED, all.keySet()),
        Arguments.argumentSet("all declined", NONE, all, Consent.State.DECIDED, Set.of()),
        Arguments.argumentSet(
            "some of each",
            Map.of("audience", 2),
            Map.of("preferences", 1, "video", 1),
            Consent.State.DECIDED,
            Set.of("audience")),
        Arguments.argumentSet(
            "TK-15, case 98: a purpose changed since",
            Map.of("audience", 1, "video", 1),
            Map.of("preferences", 1),
            Consent.State.OUTDATED,
            Set.of("video")),
        Arguments.argumentSet(
            "a purpose was declined before it changed",
            Map.of("video", 1),
            Map.of("preferences", 1, "audience", 1),
            Consent.State.OUTDATED,
            Set.of("video")),
        Arguments.argumentSet(
            "a later version is no consent either",
            Map.of("audience", 3),
            Map.of("preferences", 1, "video", 1),
            Consent.State.OUTDATED,
            Set.of()),
        Arguments.argumentSet(
            "a purpose is new",
            Map.of("video", 1),
            Map.of("preferences", 1),
            Consent.State.OUTDATED,
            Set.of("video")),
        Arguments.argumentSet(
            "case 99: a purpose is gone",
            Map.of("audience", 2, "chat", 1),
            Map.of("preferences", 1, "video", 1, "ads", 7),
            Consent.State.DECIDED,
            Set.of("audience")),
        Arguments.argumentSet(
            "accepted and declined at once",
            all,
            Map.of("audience", 2),
            Consent.State.DECIDED,
            Set.of("preferences", "video")),
        Arguments.argumentSet("nothing said", NONE, NONE, Consent.State.UNDECIDED, Set.of()));
  }

  @DisplayName("TK-15: a choice counts for the purposes and versions that it was made on")
  @ParameterizedTest
  @MethodSource("choices")
  void standsForWhatWasShown(
      Map<String, Integer> granted,
      Map<String, Integer> refused,
      Consent.State state,
      Set<String> allowed) {
    Choice choice = Policies.choice(granted, refused);

    Consent consent = policy.standing(choice);

    assertEquals(state, consent.state());
    assertEquals(allowed, consent.granted());
    assertEquals(Optional.of(choice), consent.choice());
    assertEquals(Optional.empty(), consent.ends(), "a choice does not say how long it stands");
    for (Purpose purpose : policy.purposes()) {
      assertEquals(allowed.contains(purpose.id()), consent.allows(purpose.id()));
    }
    assertFalse(consent.allows("chat"));
  }

  @DisplayName("TK-14: nobody's choice grants nothing")
  @Test
  void grantsNothingToAnUndecidedVisitor() {
    Consent undecided = Consent.undecided();

    assertEquals(Consent.State.UNDECIDED, undecided.state());
    assertEquals(Set.of(), undecided.granted());
    assertEquals(Optional.empty(), undecided.choice());
    assertEquals(Optional.empty(), undecided.ends());
    assertFalse(undecided.allows("audience"));
    assertEquals("Consent[UNDECIDED []]", undecided.toString());
  }

  @DisplayName("a standing under one policy opens nothing under another")
  @Test
  void belongsToItsPolicy() {
    Consent consent = Policies.granting(policy, "preferences", "audience", "video");
    ConsentPolicy reordered =
        Policies.parse(Policies.with("  audience:\n    version: 2", "  audience:\n    version: 3"));

    assertTrue(policy.mayRead("_ga", 0, 3, consent));
    assertFalse(reordered.mayRead("_ga", 0, 3, consent));
    assertTrue(reordered.mayRead("JSESSIONID", 0, 10, consent));
    assertTrue(policy.withSite("http://localhost").mayRead("_ga", 0, 3, consent));
    assertTrue(
        policy
            .withExempt("SID", ExemptClass.AUTHENTICATION, "signs in")
            .mayRead("_ga", 0, 3, consent));
  }

  @DisplayName("each of 32 purposes has a bit of its own")
  @Test
  void keepsManyPurposesApart() {
    StringBuilder yaml =
        new StringBuilder(Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:")));
    yaml.append("purposes:\n");
    for (int i = 0; i < 32; i++) {
      yaml.append("  p%d: { version: 1, title: { fr: a, en: b }, description: ".formatted(i))
          .append(
              "{ fr: Quarante caractères au moins pour le dire., en: Forty characters at least to say the thing. } }\n");
    }
    yaml.append("cookies:\n");
    for (int i = 0; i < 32; i++) {
      yaml.append(
          "  - { name: c%d, purposes: [p%d], lifetime: P1D, thirdPartyAccess: false }\n"
              .formatted(i, i));
    }
    ConsentPolicy many = Policies.parse(yaml.toString());

    for (int i = 0; i < 32; i++) {
      Consent consent = Policies.granting(many, "p" + i);
      Set<String> seen = new HashSet<>();
      for (CookieRule rule : many.cookies()) {
        if (many.mayRead(rule.name(), 0, rule.name().length(), consent)) {
          seen.add(rule.name());
        }
      }
      assertEquals(Set.of("c" + i), seen);
    }
  }

  @DisplayName("a purpose that the table does not have is never granted")
  @Test
  void failsClosedOnUnknownPurposes() {
    PurposeTable table = new PurposeTable(policy.purposes());
    Consent consent =
        new Consent(
            Consent.State.DECIDED, table, 0xFFFF_FFFFL, 0, Optional.empty(), Optional.empty());

    assertTrue(consent.covers(table.mask(List.of("audience", "video")), table));
    assertFalse(consent.covers(table.mask(List.of("audience", "chat")), table));
    assertFalse(
        consent.covers(table.mask(List.of("audience")), new PurposeTable(policy.purposes())));
  }

  @Test
  void refusesAnIdentifierWithoutAGrant() {
    Choice granted = Policies.choice(Map.of("audience", 2), NONE);

    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class,
        () ->
            new Choice(
                granted.decidedOn(),
                "f",
                "v1",
                NONE,
                NONE,
                Optional.empty(),
                "fr",
                false,
                granted.consentId()));
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class,
        () ->
            new Choice(
                granted.decidedOn(),
                "f",
                "v1",
                granted.granted(),
                NONE,
                Optional.empty(),
                "fr",
                false,
                Optional.empty()));
    assertEquals("Choice[2026-11-01, 1 granted, 0 refused]", granted.toString());
  }

  @Test
  void tellsWhetherAnythingIsGranted() {
    assertTrue(Policies.granting(policy, "audience").grantsAnything());
    assertFalse(Policies.granting(policy).grantsAnything());
  }
}
