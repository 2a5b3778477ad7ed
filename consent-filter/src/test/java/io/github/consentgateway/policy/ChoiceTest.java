package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, Integer> CHAT = Map.of("chat", 1);
  private static final Optional<String> ID = Optional.of("AAECAwQFBgcICQoLDA0ODw");
  private static final Choice REFUSAL =
      new Choice(DAY, "p", "v", Map.of(), CHAT, Optional.empty(), "fr", false, Optional.empty());

  static Stream<Arguments> choices() {
    Optional<String> none = Optional.empty();
    return Stream.of(
        Arguments.of(
            "another day",
            new Choice(
                DAY.plusDays(1), "p", "v", Map.of(), CHAT, Optional.empty(), "fr", false, none)),
        Arguments.of(
            "another policy",
            new Choice(DAY, "q", "v", Map.of(), CHAT, Optional.empty(), "fr", false, none)),
        Arguments.of("another version", REFUSAL.toldOf("w")),
        Arguments.of(
            "a grant", new Choice(DAY, "p", "v", CHAT, CHAT, Optional.empty(), "fr", false, ID)),
        Arguments.of(
            "another refusal",
            new Choice(
                DAY, "p", "v", Map.of(), Map.of("chat", 2), Optional.empty(), "fr", false, none)),
        Arguments.of("an objection", REFUSAL.objecting(Optional.of(DAY))),
        Arguments.of(
            "the signal",
            new Choice(DAY, "p", "v", Map.of(), CHAT, Optional.empty(), "fr", true, none)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("choices")
  void saysSomethingElse(String difference, Choice other) {
    assertFalse(REFUSAL.saysTheSameAs(other));
    assertFalse(other.saysTheSameAs(REFUSAL));
  }

  @Test
  void saysTheSameInAnotherLanguageAndByAnotherName() {
    assertTrue(
        REFUSAL.saysTheSameAs(
            new Choice(
                DAY, "p", "v", Map.of(), CHAT, Optional.empty(), "en", false, Optional.empty())));
    Choice yes = new Choice(DAY, "p", "v", CHAT, Map.of(), Optional.empty(), "fr", false, ID);
    Choice again =
        new Choice(
            DAY, "p", "v", CHAT, Map.of(), Optional.empty(), "fr", false, Optional.of("other"));
    assertTrue(yes.saysTheSameAs(again));
    assertFalse(yes.isSilent());
  }

  @Test
  @DisplayName("PV-04, PV-05: who has chosen nothing has missed nothing")
  void silenceMissesNothing() {
    Choice silent =
        new Choice(
            DAY, "p", "v", Map.of(), Map.of(), Optional.of(DAY), "fr", false, Optional.empty());
    ConsentPolicy policy = Policies.valid();

    assertTrue(silent.isSilent());
    assertFalse(policy.standing(silent).missed("w"));
    assertFalse(policy.standing(REFUSAL).missed("v"));
    assertTrue(policy.standing(REFUSAL).missed("w"));
    assertFalse(Consent.undecided().missed("w"));
  }

  @Test
  @DisplayName("UI-21: on a site for children nobody is asked and nothing is granted")
  void childrenAreNotAsked() {
    ConsentPolicy policy = Policies.parse("minors: true\n" + Policies.YAML);
    Choice yes =
        new Choice(
            DAY,
            policy.fingerprint(),
            "v",
            Map.of("preferences", 1, "audience", 2, "video", 1),
            Map.of(),
            Optional.empty(),
            "fr",
            false,
            ID);

    assertFalse(Consent.undecided().isAsked(policy));
    assertTrue(Consent.undecided().isAsked(Policies.valid()));
    assertFalse(policy.standing(yes).grantsAnything());
    assertEquals(3, Policies.valid().standing(yes).granted().size());
    assertFalse(Policies.valid().standing(yes).isAsked(Policies.valid()));
  }
}
