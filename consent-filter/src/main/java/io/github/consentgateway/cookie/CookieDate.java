package io.github.consentgateway.cookie;

/**
 * The date of {@code Expires} in the longest reading: that of <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.1">RFC
 * 6265bis</a>, which Chromium follows, or that of Firefox, which needs no time of day, lets 10:60
 * be 11:00 and heeds the zone.
 */
final class CookieDate {
  private CookieDate() {}

  /**
   * Seconds since 1970, cut to what four digits of a year from 1970 on can say; or {@link
   * SetCookie#NONE} if no browser reads it.
   */
  static long parse(String value) {
    // What most servers write needs none of the forgiveness below.
    long usual = ImfDate.read(new Octets(value), 0, value.length(), '-');
    return usual == SetCookie.NONE ? longest(value) : usual;
  }

  private static long longest(String value) {
    long longest = Math.max(new RfcDate(value).read(), new FreeDate(value).read());
    return longest == SetCookie.NONE ? longest : Math.min(Math.max(longest, 0), ImfDate.LAST);
  }
}
