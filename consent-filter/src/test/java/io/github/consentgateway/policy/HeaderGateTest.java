package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("CK-09: headers that make the terminal store or send")
class HeaderGateTest {

  private final ConsentPolicy policy = Policies.valid();

  @ParameterizedTest
  @CsvSource({
    "Accept-CH, true",
    "ACCEPT-ch, true",
    "Critical-CH, true",
    "Observe-Browsing-Topics, true",
    "Attribution-Reporting-Register-Source, true",
    "attribution-reporting-register-os-trigger, true",
    "Shared-Storage-Write, true",
    "NEL, true",
    "nel, true",
    "Report-To, true",
    "USE-AS-DICTIONARY, true",
    "Reporting-Endpoints, false",
    "Content-Security-Policy, false",
    "Available-Dictionary, false",
    "Accept, false",
    "Accept-CH-Lifetime, false",
    "Attribution-Reporting-Eligible, false",
    "Set-Cookie, false",
    "'', false"
  })
  void gatesAClosedList(String name, boolean gated) {
    assertEquals(gated, ConsentPolicy.gatesHeader(name));
  }

  @Test
  void gatesInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale.Builder().setLanguageTag("tr-TR").build());
      assertTrue(ConsentPolicy.gatesHeader("CRITICAL-CH"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, '', true",
    "Accept-CH, '', false",
    "accept-ch, audience, true",
    "Accept-CH, video, false",
    "Critical-CH, audience video, false",
    "Attribution-Reporting-Register-Source, audience, false",
    "Attribution-Reporting-Register-Source, audience video, true",
    "Attribution-Reporting-Register-Trigger, audience video, false"
  })
  void tellsWhatIsRegisteredAndGranted(String name, String granted, boolean told) {
    Consent consent = Policies.granting(policy, granted.split(" "));

    assertEquals(told, policy.mayTell(name, consent));
  }

  @DisplayName("every reason is one sentence and refers to an article or section")
  @ParameterizedTest
  @EnumSource
  void explains(Reason reason) {
    URI reference = reason.reference();

    assertTrue(reason.explanation().matches("[A-Z][^\n]{20,}[.]"), reason.explanation());
    assertEquals("https", reference.getScheme());
    assertTrue(
        reference
            .getHost()
            .matches(
                "datatracker.ietf.org|www.rfc-editor.org|eur-lex.europa.eu|www.legifrance.gouv.fr"),
        reference.toString());
  }
}
