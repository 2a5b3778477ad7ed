package io.github.consentgateway.gateway;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;

/** A {@code Content-Type} of HTML in a charset whose first half is ASCII. */
final class HtmlType {

  private static final String CHARSET = "charset=";
  private static final String TAGS = "<!-- \"/>'=";

  private HtmlType() {}

  /** Whether tags can be found in such a body octet by octet. */
  static boolean isReadable(String type) {
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    return parts[0].strip().equals("text/html")
        && Arrays.stream(parts)
            .map(String::strip)
            .filter(part -> part.startsWith(CHARSET))
            .map(part -> part.substring(CHARSET.length()).replace("\"", "").strip())
            .allMatch(HtmlType::writesAscii);
  }

  /** Whether the type says that the body is in UTF-8. */
  static boolean isUtf8(String type) {
    return type.toLowerCase(Locale.ROOT)
        .replace("\"", "")
        .matches(".*;\\s*charset=utf-8\\s*(;.*)?");
  }

  private static boolean writesAscii(String charset) {
    try {
      // ISO-2022 charsets shift: after an escape, the octets of ASCII stand for other characters.
      return !charset.startsWith("iso-2022")
          && !charset.startsWith("utf-7")
          && Arrays.equals(
              TAGS.getBytes(Charset.forName(charset)), TAGS.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
