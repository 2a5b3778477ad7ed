package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A second consent interface is noticed (UI-09, T09). */
class ConsentInterfaceTest {

  private static List<String> sighted(String html) throws IOException {
    List<String> names = new ArrayList<>();
    Insertions listening =
        new Insertions() {
          @Override
          public byte[] at(Place place, Optional<String> language) {
            return new byte[0];
          }

          @Override
          public void sighted(String name) {
            names.add(name);
          }
        };
    for (int length : new int[] {1, 5, 1_000_000}) {
      MarkupGate gate =
          new MarkupGate(Placement.BODY, Placement.MARKER, listening, new ByteArrayOutputStream());
      byte[] octets = Passing.octets(html);
      for (int from = 0; from < octets.length; from += length) {
        gate.write(octets, from, Math.min(octets.length, from + length));
      }
      gate.finish();
    }
    assertEquals(
        List.copyOf(names.subList(0, names.size() / 3)),
        names.stream().skip(names.size() / 3 * 2L).toList());
    return names.subList(0, names.size() / 3);
  }

  @ParameterizedTest
  @DisplayName("UI-09, T09: by its element, its script's host, its script's file")
  @CsvSource(
      delimiter = '|',
      value = {
        "<div id=onetrust-consent-sdk>                            | onetrust-consent-sdk",
        "<div class=x id='cc-main'>                               | cc-main",
        "<DIV ID=\"CybotCookiebotDialog\">                        | CybotCookiebotDialog",
        "<section id=consent-title>                               | consent-title",
        "<script src=https://cdn.cookielaw.org/a/otSDKStub.js>    | otSDKStub.js",
        "<script src=//consent.cookiebot.com/uc.js?x=/y>          | consent.cookiebot.com",
        "<script src=//static.axept.io>                           | static.axept.io",
        "<script src=/js/tarteaucitron.js?v=3#a>                  | tarteaucitron.js",
        "<script src=klaro.js>                                    | klaro.js",
      })
  void interfaceIsNoticed(String tag, String name) throws IOException {
    assertEquals(List.of(name), sighted("<html><head></head><body>" + tag));
    assertEquals(List.of(name), sighted("<html><head>" + tag));
  }

  @ParameterizedTest
  @DisplayName("nothing is taken for one that only resembles it")
  @ValueSource(
      strings = {
        "<div id=klaro2>",
        "<div id=Klaro>",
        "<div id=>",
        "<div id>",
        "<div class=klaro>",
        "<div data-id=klaro>",
        "<img src=https://cdn.cookielaw.org/x.png>",
        "<script src=https://a.example/cdn.cookielaw.org/x.js>",
        "<script src=https://cdn.cookielaw.org.evil.example/x.js>",
        "<script src=https://a.example/?/klaro.js>",
        "<script src=/my-klaro.js>",
        "<script src=>",
        "<script src=/>",
        "<script src=//>",
        "<script src=https:/klaro/x>",
        "<script>klaro.js",
        "<!-- <div id=klaro> -->",
        "<template><div id=klaro>",
        "<textarea><div id=klaro>",
        "<svg><g id=klaro>",
      })
  void nothingElseIsNoticed(String html) throws IOException {
    assertEquals(List.of(), sighted("<html><head></head><body>" + html));
  }

  @Test
  @DisplayName("one word for each page, however many marks it has")
  void oneWordIsEnough() throws IOException {
    assertEquals(
        List.of("klaro"), sighted("<body><div id=klaro><div id=cc-main><script src=klaro.js>"));
  }
}
