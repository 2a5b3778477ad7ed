package io.github.consentgateway.token;

import java.nio.charset.StandardCharsets;
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
    int from = seal.head().length();
    int to = token.length() - Seal.SIGNATURE - 1;
    if (!isForm(token, from, to)) {
      return new Reading.Bad<>(TokenDefect.FORM);
    }
    return seal.signed(token)
        ? new Reading.Good<>(decoded(token.substring(from, to)))
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

  private static boolean isForm(String token, int from, int to) {
    return to > from
        && token.charAt(to) == '.'
        && Base64Url.isCanonical(token, from, to)
        && Base64Url.isCanonical(token, to + 1, token.length());
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1);
  }
}
