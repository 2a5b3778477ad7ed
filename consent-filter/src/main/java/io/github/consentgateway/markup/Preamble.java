package io.github.consentgateway.markup;

import java.util.List;
import java.util.Locale;

/**
 * Tells from the beginning of a page whether it is written in a charset that has ASCII in it, as <a
 * href="https://encoding.spec.whatwg.org/#bom-sniff">browsers do</a>.
 */
final class Preamble {
  enum Sign {
    /** The next octet tells more. */
    PART,
    UTF_8,
    OTHER,
    NONE
  }

  /** Labels of encodings in which an octet below 0x80 is not always the ASCII character. */
  private static final List<String> OTHERS =
      List.of("utf-16", "utf-32", "utf-7", "ucs-", "unicode", "iso-10646", "iso-2022", "hz-");

  private static final byte[] ENCODING = Attributes.name("encoding");
  private static final int LONGEST = 40;

  private int octets;

  /** Takes the next octet of the page. */
  Sign next(byte octet) {
    octets = octets << Byte.SIZE | (octet & 0xFF);
    return switch (octets) {
      case 0xEF, 0xEFBB, 0xFE, 0xFF -> Sign.PART;
      case 0xEFBBBF -> Sign.UTF_8;
      case 0xFEFF, 0xFFFE -> Sign.OTHER;
      default -> Sign.NONE;
    };
  }

  /** Whether an XML declaration says that the page is in an encoding without ASCII in it. */
  static boolean isForeign(Attributes declaration) {
    return declaration.value(ENCODING, LONGEST).filter(Preamble::isForeign).isPresent();
  }

  private static boolean isForeign(String encoding) {
    return OTHERS.stream().anyMatch(encoding.toLowerCase(Locale.ROOT)::startsWith);
  }
}
