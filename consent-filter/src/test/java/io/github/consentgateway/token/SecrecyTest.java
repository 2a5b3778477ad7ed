package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.base64Url;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No type shows a key, a token or a consent identifier as text. */
class SecrecyTest {

  private static final String SECRET = base64Url(KEY.secret().getEncoded());
  private static final DatedChoice DATED = DatedChoice.of(acceptance(DAY));
  private static final String CLAIMS = DATED.claims(new Site(Fixtures.SITE));
  private static final String TOKEN = Forge.signed(CLAIMS);

  static List<Object> secretHolders() {
    return List.of(
        KEY,
        KeyRing.of(KEY),
        new Seal("t", KEY),
        new Seals("t", KeyRing.of(KEY)),
        new JwkSet(List.of(new JwkSet.StoredKey(KEY, Optional.empty()))),
        new KeyMember(JsonNodeFactory.instance.objectNode().put("k", SECRET), "p", List.of()),
        new TokenReader.Key(TOKEN),
        new Reading.Good<>(CLAIMS),
        new Reading.Good<>(TOKEN),
        DATED,
        new ClaimsText().claim("jti", Fixtures.CONSENT_ID),
        new ClaimsCursor(CLAIMS));
  }

  @ParameterizedTest
  @MethodSource("secretHolders")
  void showsNoSecret(Object holder) {
    String text = holder.toString();

    for (String secret : List.of(SECRET, TOKEN, CLAIMS, Fixtures.CONSENT_ID)) {
      assertFalse(text.contains(secret.substring(0, 12)), holder.getClass().getName());
    }
    assertTrue(!text.isEmpty() && text.length() < 100, text);
  }
}
