package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page leaves open, hides or leads elsewhere. */
class OpenFormTest {

  private static final class Telling implements Insertions {
    private int based;

    @Override
    public byte[] at(Place place, Optional<String> language) {
      return (place == Place.BANNER ? "[B]" : "[C]").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void based() {
      based++;
    }
  }

  private static String passed(String html, Telling telling) throws IOException {
    return passed(html, Placement.MARKER, telling);
  }

  private static String passed(String html, Placement control, Telling telling) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MarkupGate gate = new MarkupGate(Placement.BODY, control, telling, out);
    byte[] octets = html.getBytes(StandardCharsets.UTF_8);
    gate.write(octets, 0, octets.length);
    gate.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @DisplayName("a form that browsers have open at the end is closed there, and no other")
  @CsvSource(
      delimiter = '|',
      value = {
        "<body><form>a</body> | <body>[B]<form>a</form>[C]</body>",
        "<body><form><form>a | <body>[B]<form><form>a</form>[C]",
        "<body><form>a</form></body> | <body>[B]<form>a</form>[C]</body>",
        "<body>a</form></body> | <body>[B]a</form>[C]</body>",
        "<body><template><form></template>a</body> | <body>[B]<template><form></template>a[C]</body>",
        "<body><form><template></form></template>a</body> | <body>[B]<form><template></form></template>a</form>[C]</body>",
        "<body><svg><form></svg>a</body> | <body>[B]<svg><form></svg>a[C]</body>",
        "<body><form><svg></form></svg>a</body> | <body>[B]<form><svg></form></svg>a[C]</body>",
        "<body><form><p data-consent-control>a</p></form></body> | <body>[B]<form><p data-consent-control>a</p></form>[C]</body>",
        "<body><p data-consent-control>a<form></body> | <body>[B]<p data-consent-control>[C]a<form></body>",
        "<body><form>a<form><p hidden data-consent-control>b</form></body> | <body>[B]<form>a<form><p hidden data-consent-control>b</form>[C]</body>",
        "<body><p hidden data-consent-control>a</body> | <body>[B]<p hidden data-consent-control>a[C]</body>",
        "<body><select data-consent-control></select></body> | <body>[B]<select data-consent-control></select>[C]</body>",
      })
  void openFormIsClosed(String html, String expected) throws IOException {
    assertEquals(expected, passed(html, new Telling()));
  }

  @Test
  @DisplayName("UI-11: a marker moves nothing where the page says where things go")
  void markerIsNotHeeded() throws IOException {
    String html = "<body><p data-consent-control>a</body>";

    assertEquals(
        "<body>[B]<p data-consent-control>a[C]</body>",
        passed(html, Placement.BODY, new Telling()));
  }

  @ParameterizedTest
  @DisplayName("a base address is told once; a base without one, or in a template, is none")
  @CsvSource({
    "<base href=/x><body>a, 1",
    "<base target=x><body>a, 0",
    "<base target=x><base href=//y><base href=/z><body>a, 1",
    "<body><base href=/x>a, 1",
    "<template><base href=/x></template><body>a, 0",
    "<body>a, 0",
  })
  void baseIsTold(String html, int times) throws IOException {
    Telling telling = new Telling();
    passed(html, telling);

    assertEquals(times, telling.based);
  }
}
