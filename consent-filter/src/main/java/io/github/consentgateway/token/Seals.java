package io.github.consentgateway.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seals of one {@link KeyRing} for one type of token. Immutable. */
final class Seals {

  /** Longer tokens are not looked at: browsers keep no cookie above 4096 octets. */
  static final int LONGEST = 4096;

  private final KeyRing ring;
  private final List<Seal> seals;

  Seals(String typ, KeyRing ring) {
    this.ring = ring;
    this.seals = ring.keys().stream().map(key -> new Seal(typ, key)).toList();
  }

  KeyRing ring() {
    return ring;
  }

  boolean isOf(KeyRing other) {
    return ring == other;
  }

  /** A token with {@code claims}, under the signing key. */
  String sign(String claims) {
    return seals.get(0).sign(claims);
  }

  /** The claims of {@code token} as JSON text, if one of the keys has signed exactly this token. */
  Reading<String> open(String token) {
    Seal seal = sealOf(token);
    if (seal == null) {
      return new Reading.Bad<>(TokenDefect.HEADER);
    }
    // What is no octet becomes a question mark, which is not of the form.
    byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
    int from = seal.head().length();
    int to = text.length - Seal.SIGNATURE - 1;
    if (!isForm(text, from, to)) {
      return new Reading.Bad<>(TokenDefect.FORM);
    }
    return seal.signed(text)
        ? new Reading.Good<>(decoded(text, from, to))
        : new Reading.Bad<>(TokenDefect.SIGNATURE);
  }

  /** The seal whose header the token has. */
  @Nullable Seal sealOf(String token) {
    for (Seal seal : seals) {
      if (token.startsWith(seal.head())) {
        return seal;
      }
    }
    return null;
  }

  private static boolean isForm(byte[] text, int from, int to) {
    return to > from
        && text[to] == '.'
        && Base64Url.isCanonical(text, from, to)
        && Base64Url.isCanonical(text, to + 1, text.length);
  }

  private static String decoded(byte[] text, int from, int to) {
    byte[] claims = Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
    return new String(claims, StandardCharsets.ISO_8859_1);
  }
}
