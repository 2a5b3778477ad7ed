package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

  private static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    new CookieHeader(text)
        .visit(
            (field, nameFrom, nameTo, valueFrom, valueTo) ->
                pairs.add(
                    field.substring(nameFrom, nameTo)
                        + "->"
                        + field.substring(valueFrom, valueTo)));
    return pairs;
  }

  @DisplayName("pairs as containers disagree on them (section 2.3), and as we read them")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1; a=2|a->1,a->2",
        "a=x=y=z|a->x=y=z",
        "a=\"q v\"; b=2|a->\"q v\",b->2",
        "a=\"1; b=2|a->\"1,b->2",
        "a=\u00e9|a->\u00e9",
        "a=1; b|a->1,->b",
        "a;b=2|->a,b->2",
        "=1;= ;  = 2 |->1,->,->2",
        "  a \t=\t 1 ;b=|a->1,b->",
        ";; ; a=1;;|a->1",
        "a|->a",
        "a=1;b=2;c=3|a->1,b->2,c->3",
      })
  void splitsAtSemicolonsOnly(String text, String expected) {
    assertEquals(expected, String.join(",", pairs(text)));
  }

  @Test
  void splitsNoCommas() {
    assertEquals(List.of("a->1, b=2"), pairs("a=1, b=2"));
  }

  @Test
  void stopsWhenTheVisitorHasSeenEnough() {
    List<String> names = new ArrayList<>();
    new CookieHeader("a=1; b=2; c=3")
        .visit(
            (field, nameFrom, nameTo, valueFrom, valueTo) -> {
              names.add(field.substring(nameFrom, nameTo));
              return names.size() < 2;
            });
    assertEquals(List.of("a", "b"), names);
  }

  @DisplayName("case 113: what is not kept is gone, what is kept stands in order")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1; x=2; b=3|a=1; b=3",
        "x=2;a=1;b=3|a=1; b=3",
        "a=1;b=3;x=2|a=1; b=3",
        " a = 1 ;;b=3;x;c|a = 1; b=3",
        "x=1|~~",
        "a=1; nameless|a=1",
        "a=1; =nameless; b=2|a=1; b=2",
        "nameless; x=1; a=2; x=3; b=\"4; x=5; c=6|a=2; b=\"4; c=6",
        "xa=1; ax=2; x=3|~~",
      })
  void keepsOnlyNamesThatPass(String text, String expected) {
    CookieHeader kept =
        new CookieHeader(text).keep((field, from, to) -> !field.substring(from, to).contains("x"));
    assertEquals(expected, kept.text());
    assertEquals(expected.isEmpty(), kept.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1; b=2", " a = 1;;b=2 ", "a=", ""})
  void isTheSameObjectWhenAllAreKept(String text) {
    CookieHeader header = new CookieHeader(text);
    assertSame(header, header.keep((field, from, to) -> true));
  }

  @Test
  void asksOncePerName() {
    List<String> asked = new ArrayList<>();
    new CookieHeader("a=1; b=2; c=3; d=4")
        .keep(
            (field, from, to) -> {
              asked.add(field.substring(from, to));
              return !field.startsWith("b", from);
            });
    assertEquals(List.of("a", "b", "c", "d"), asked);
  }

  @Test
  void showsOnlyNamesWithTheBeginningUntilToldToStop() {
    List<String> seen = new ArrayList<>();
    new CookieHeader("xab=0; ab=1;abc = 2; b=ab=3; ab=4; ab=5")
        .visitNames(
            "ab",
            (field, nameFrom, nameTo, from, to) -> {
              seen.add(field.substring(nameFrom, nameTo) + field.substring(from, to));
              return seen.size() < 3;
            });
    assertEquals(List.of("ab1", "abc2", "ab4"), seen);
  }

  @ParameterizedTest
  @CsvSource({"'',true", "' ; \t;',true", "a,false", "a=1,false", "=,false"})
  void isEmptyWithoutPairs(String text, boolean empty) {
    assertEquals(empty, new CookieHeader(text).isEmpty());
  }

  @Test
  void hidesTheValuesWhenPrinted() {
    assertEquals("CookieHeader[8 characters]", new CookieHeader("a=secret").toString());
  }
}
