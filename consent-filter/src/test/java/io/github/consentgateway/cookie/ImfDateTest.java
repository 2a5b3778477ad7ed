package io.github.consentgateway.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImfDateTest {

  private static long read(String text, char separator) {
    return ImfDate.read(new Octets(text), 0, text.length(), separator);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 01 Jan 1970 00:00:00 GMT|1970-01-01T00:00:00Z",
        "Sun, 06 Nov 1994 08:49:37 GMT|1994-11-06T08:49:37Z",
        "Tue, 29 Feb 2028 23:59:59 GMT|2028-02-29T23:59:59Z",
        "Mon, 01 Mar 2100 00:00:00 GMT|2100-03-01T00:00:00Z",
        "Fri, 31 Dec 9999 23:59:59 GMT|9999-12-31T23:59:59Z",
      })
  void readsWhatItWrites(String text, Instant instant) {
    assertEquals(text, ImfDate.format(instant.getEpochSecond()));
    assertEquals(instant.getEpochSecond(), read(text, ' '));
    String dashed = text.substring(0, 7) + "-" + text.substring(8, 11) + "-" + text.substring(12);
    assertEquals(instant.getEpochSecond(), read(dashed, '-'));
    assertEquals(SetCookie.NONE, read(dashed, ' '));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GM",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun. 06 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov-1994 08:49:37 GMT",
        "Sun, 06 Nov 1994T08:49:37 GMT",
        "Sun, 06 Nov 1994 08.49:37 GMT",
        "Sun, 06 Nov 1994 08:49.37 GMT",
        "Sat, 06 Nov 1994 08:49:37 GMT",
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Thu, 06 jan 1994 08:49:37 GMT",
        "thu, 06 Jan 1994 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Tue, 29 Feb 2100 08:49:37 GMT",
        "Sun,  6 Nov 1994 08:49:37 GMT",
        "Sun, 6  Nov 1994 08:49:37 GMT",
        "Wed, 31 Dec 1969 23:59:59 GMT",
        "Sun, 06 Nov +994 08:49:37 GMT",
        "Sun, 06 Nov 19x4 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",
        "Sun, 06 Nov 1994 0x:49:37 GMT",
        "Sun, 06 Nov 1994 08:4 :37 GMT",
        "Sun, 06 Nov 1994 08:49:-7 GMT",
      })
  void readsNothingElse(String text) {
    assertEquals(SetCookie.NONE, read(text, ' '));
  }
}
