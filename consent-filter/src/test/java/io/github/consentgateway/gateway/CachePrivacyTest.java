package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CK-14")
class CachePrivacyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "''                            | private",
        "public                        | private",
        "public, max-age=60            | private, max-age=60",
        "s-maxage=60                   | private",
        "S-MaxAge = 60, no-transform   | private, no-transform",
        "max-age=60                    | private, max-age=60",
        "private                       | private",
        "Private, max-age=1            | Private, max-age=1",
        "no-store                      | no-store",
        "no-store, public              | no-store",
        "private=\"x, public\"         | private, private=\"x, public\"",
        "no-cache                      | private, no-cache",
        "must-understand, no-store     | private, must-understand, no-store",
        "must-understand, private      | must-understand, private",
        ",,                            | private",
      })
  void sharedCachesLoseTheResponseAndNothingElseIsLost(String given, String expected) {
    assertEquals(expected, CachePrivacy.restricted(given));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept-Language         | Accept-Language, Cookie",
        "*                       | *",
        "cookie                  | cookie",
        "Accept, COOKIE          | Accept, COOKIE",
        "Cookies                 | Cookies, Cookie",
      })
  void varyNamesTheCookieOnce(String given, String expected) {
    assertEquals(expected, CachePrivacy.varying(given, Dependencies.CHOICE));
  }

  @Test
  void bareHeadGetsBothFieldsAndASecondTimeNothing() {
    Stage.Head head = new Stage.Head();
    CachePrivacy.protect(head, Dependencies.CHOICE);
    CachePrivacy.protect(head, Dependencies.CHOICE);
    assertEquals(List.of("Cookie"), head.fields("Vary"));
    assertEquals(List.of("private"), head.fields("Cache-Control"));
  }

  @ParameterizedTest
  @DisplayName("CK-14, SG-02: the signal is named where it makes a difference")
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept           | Accept, Cookie, Sec-GPC",
        "sec-gpc          | sec-gpc, Cookie",
        "Cookie           | Cookie, Sec-GPC",
        "*                | *",
      })
  void varyNamesTheSignal(String given, String expected) {
    assertEquals(expected, CachePrivacy.varying(given, Dependencies.CHOICE_AND_SIGNAL));
    Stage.Head head = new Stage.Head();
    head.add("Vary", given);
    CachePrivacy.protect(head, Dependencies.CHOICE_AND_SIGNAL);
    assertEquals(expected, String.join(", ", head.fields("Vary")));
  }

  @Test
  void severalFieldsBecomeOne() {
    Stage.Head head = new Stage.Head();
    head.add("Cache-Control", "public");
    head.add("Cache-Control", "max-age=60");
    head.add("Vary", "Accept");
    head.add("Vary", "Cookie");
    CachePrivacy.protect(head, Dependencies.CHOICE);
    assertEquals(List.of("private, max-age=60"), head.fields("Cache-Control"));
    assertEquals(List.of("Accept", "Cookie"), head.fields("Vary"));
  }
}
