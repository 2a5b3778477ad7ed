package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("case 47: dates of Expires")
class CookieDateTest {

  @DisplayName("in all the forms that RFC 6265bis reads")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Sun, 06 Nov 2094 08:49:37 GMT|2094-11-06T08:49:37Z",
        "Sun, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-2094 08:49:37 GMT|2094-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 2094|2094-11-06T08:49:37Z",
        "Sat, 06-Nov-2094 08:49:37 GMT|2094-11-06T08:49:37Z",
        "06-Nov-70 00:00:00|1970-11-06T00:00:00Z",
        "06-Nov-99 00:00:00|1999-11-06T00:00:00Z",
        "06-Nov-00 00:00:00|2000-11-06T00:00:00Z",
        "06-Nov-69 00:00:00|2069-11-06T00:00:00Z",
        "06 november 2094 8:9:7x|2094-11-06T08:09:07Z",
        "2094 Nov 6 08:49:370|2094-11-06T08:49:37Z",
        "6th NOV 2094 08:49:37|2094-11-06T08:49:37Z",
        "6_Nov{2094~08:49:37 09:00:00|2094-11-06T08:49:37Z",
        "29 Feb 2028 23:59:59|2028-02-29T23:59:59Z",
        "6 Nov 99999 08:49:37|9999-12-31T23:59:59Z",
        "6 Nov 1601 08:49:37|1970-01-01T00:00:00Z",
        "0 Jan 1970 00:00:00|1970-01-01T00:00:00Z",
      })
  void readsAsTheRfcDoes(String text, Instant expected) {
    assertEquals(expected.getEpochSecond(), CookieDate.parse(text));
  }

  @DisplayName("at the limits of each number; Firefox reads no day in 6th")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6th Nov 2094 00:00:00|2094-11-06T00:00:00Z",
        "6th Nov 2094 8:9:7|2094-11-06T08:09:07Z",
        "30th Nov 2094 23:59:59|2094-11-30T23:59:59Z",
        "6th Nov 94 08:49:37|1994-11-06T08:49:37Z",
        "6th Nov 1601 08:49:37|1970-01-01T00:00:00Z",
        "6th Nov 99999 08:49:37|9999-12-31T23:59:59Z",
        "6:00 Nov 2094 08:49:37|2094-11-06T08:49:37Z",
      })
  void readsNumbersAtTheirLimits(String text, Instant expected) {
    assertEquals(expected.getEpochSecond(), CookieDate.parse(text));
  }

  @DisplayName("delimiter = %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E")
  @Test
  void splitsAtTheDelimitersOfTheRfcOnly() {
    String delimiters = "\t !\"#$%&'()*+,-./;<=>?@[\\]^_`{|}~";
    long date = Instant.parse("2094-11-06T08:49:37Z").getEpochSecond();
    for (char c = 0; c < 0x100; c++) {
      assertEquals(
          delimiters.indexOf(c) < 0 ? SetCookie.NONE : date,
          CookieDate.parse("6th" + c + "Nov" + c + "2094" + c + "08:49:37"),
          "character " + (int) c);
    }
  }

  @DisplayName("in forms that Firefox alone reads, or reads as a later date")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "6 Nov 2094|2094-11-06T00:00:00Z",
        "6 2094 Nov|2094-11-06T00:00:00Z",
        "6 Nov 2094 8:49|2094-11-06T08:49:00Z",
        "6 Nov 2094 8:49:|2094-11-06T08:49:00Z",
        "6 Nov 2094 10:60:00|2094-11-06T11:00:00Z",
        "6 Nov 2094 08:49:37 -0130|2094-11-06T10:19:37Z",
        "6 Nov 2094 08:49:37 GMT-02|2094-11-06T10:49:37Z",
        "6 Nov 2094 08:49:37 -2 -0300|2094-11-06T10:49:37Z",
        "6 Nov 2094 08:49:37 -123|2094-11-06T08:49:37Z",
        "6 Nov 2094 08:49:37 +0200|2094-11-06T08:49:37Z",
        "6 Nov 2094 08:49:37 PST PDT|2094-11-06T16:49:37Z",
        "6 Nov 2094 08:49:37 PDT-0900|2094-11-06T15:49:37Z",
        "6 Nov 2094 8:49pm|2094-11-06T20:49:00Z",
        "6 Nov 2094 8:49:37 pm|2094-11-06T20:49:37Z",
        "6 Nov 2094 12:49 PM|2094-11-06T12:49:00Z",
        "6 Nov 2094 12:49 am|2094-11-06T00:49:00Z",
        "6 Nov 2094 12:49 xm|2094-11-06T12:49:00Z",
        "6 Nov 2094 13:49 pm|2094-11-06T13:49:00Z",
        "6 Nov 2094 123:00:00|2094-11-06T00:00:00Z",
        "6 Nov 2094 10: 00|2094-11-06T00:00:00Z",
        "6 Nov 2094 10:000|2094-11-06T00:00:00Z",
        "6 Nov 2094 10:00:000 pm|2094-11-06T10:00:00Z",
        "6 Nov 2094 10:00 11:00|2094-11-06T10:00:00Z",
        "31 Nov 2094 00:00:00|2094-12-01T00:00:00Z",
        "30 Feb 2094|2094-03-02T00:00:00Z",
        "11/6/2094|2094-11-06T00:00:00Z",
        "11-6-94 1:2|1994-11-06T01:02:00Z",
        "12/6/94|1994-12-06T00:00:00Z",
        "13/6/94|1994-06-13T00:00:00Z",
        "16/11/94|1994-11-16T00:00:00Z",
        "16/12/94|1994-12-16T00:00:00Z",
        "31/10/94|1994-10-31T00:00:00Z",
        "32/11/06|2032-11-06T00:00:00Z",
        "94/11/06|1994-11-06T00:00:00Z",
        "94/12/31|1994-12-31T00:00:00Z",
        "Sun, 16/11/94|1994-11-16T00:00:00Z",
        "0/11/06|2000-11-06T00:00:00Z",
        "1/2/12345|9999-12-31T23:59:59Z",
        "13/0/2094|2093-12-13T00:00:00Z",
        "6-Nov-2094|2094-11-06T00:00:00Z",
        "Nov(6)[2094]|2094-11-06T00:00:00Z",
        "/6/Nov/2094|2094-11-06T00:00:00Z",
        "6 Nov 32767|9999-12-31T23:59:59Z",
        "6 Nov 94 2095|1994-11-06T00:00:00Z",
        "6 Nov 7 2094|2094-11-06T00:00:00Z",
        "6 Nov Dec 2094|2094-11-06T00:00:00Z",
        "6 Nov 2094 1/2/2095|2094-11-06T00:00:00Z",
        "6 Nov 50|2050-11-06T00:00:00Z",
        "6 Nov 0050|1970-01-01T00:00:00Z",
      })
  void readsAsFirefoxDoes(String text, Instant expected) {
    assertEquals(expected.getEpochSecond(), CookieDate.parse(text));
  }

  @DisplayName("case 48: in no browser")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "never",
        "1876212000",
        "2029-06-15T10:00:00Z",
        "15 06 2029 10:00:00",
        "15 Juin 2029 10:00:00",
        "15 Jun 202910:00:00",
        "32 Jun 2029 10:00:00",
        "15 Jun 32768",
        "15 Jun 99999999 10:00:00",
        "15 Jun 10:00:00",
        "Jun 2029 10:00:00",
        "15 2029 10:00:00",
        "15x Jun 2029",
        "Ju",
        "13/13/2029",
        "32/13/29",
        "99/11/32",
        "1/2/345",
        "1/2/345678",
        "1/2/3x",
        "1/2x3",
        "1/2",
        "1/234/5",
        "123/4/5",
        "1-2-x",
        "-6/Nov/2094",
        "Jun-15-2029",
        "15 Jun 2029x + - ++5",
        "15 on 2029 10:00:00",
        "6th Nov 2094 24:00:00",
        "6th Nov 2094 08:60:00",
        "6th Nov 2094 08:49:60",
        "6th Nov 1600 08:49:37",
        "6th Nov 7 08:49:37",
        "116th Nov 2094 08:49:37",
        "6th No 2094 08:49:37",
      })
  void readsNothing(String text) {
    assertEquals(SetCookie.NONE, CookieDate.parse(text));
  }
}
