package io.github.consentgateway.token;

import io.github.consentgateway.policy.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A choice and the second at which it ends, as the claims of a consent token. There is one text for
 * one choice, and {@link #read} takes only that text.
 */
record DatedChoice(Choice choice, long endsAt) implements Ending {

  /** How long a choice stands, from the start of its day in UTC; the same for yes and no. */
  static final Duration LIFE = Duration.ofDays(180);

  static final long SKEW_SECONDS = 60;
  private static final long DAY_SECONDS = 86_400;
  private static final int CONSENT_ID = 22;

  /**
   * The choice with its full life.
   *
   * @throws IllegalArgumentException if the consent identifier is not 128 bits in base64url
   */
  static DatedChoice of(Choice choice) {
    choice
        .consentId()
        .filter(id -> !isConsentId(id))
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("consentId: 22 characters base64url are allowed");
            });
    return new DatedChoice(choice, dayStart(choice.decidedOn()) + LIFE.toSeconds());
  }

  private static boolean isConsentId(String id) {
    return id.length() == CONSENT_ID && Base64Url.isCanonical(id);
  }

  private static long dayStart(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /** The claims for {@code site}. */
  String claims(Site site) {
    ClaimsText claims =
        new ClaimsText()
            .claim("iss", site.origin())
            .claim("aud", site.origin())
            .claim("iat", dayStart(choice.decidedOn()))
            .claim("exp", endsAt)
            .claim("pol", choice.policy())
            .claim("ver", choice.version())
            .claim("grant", choice.granted())
            .claim("deny", choice.refused())
            .claim("lang", choice.language())
            .claim("gpc", choice.gpc());
    // Only where there is one: each character is read with every request.
    if (choice.objects()) {
      claims.claim("obj", true);
    }
    choice.consentId().ifPresent(id -> claims.claim("jti", id));
    return claims.text();
  }

  /** The choice that {@code claims} tell for {@code site} at {@code now}. */
  static Reading<DatedChoice> read(String claims, Site site, Instant now) {
    ClaimsCursor cursor = new ClaimsCursor(claims);
    String iss = cursor.expect("{\"iss\":").string();
    String aud = cursor.expect(",\"aud\":").string();
    long iat = cursor.expect(",\"iat\":").number();
    long exp = cursor.expect(",\"exp\":").number();
    String pol = cursor.expect(",\"pol\":").string();
    String ver = cursor.expect(",\"ver\":").string();
    Map<String, Integer> grant = cursor.expect(",\"grant\":").versions();
    Map<String, Integer> deny = cursor.expect(",\"deny\":").versions();
    String lang = cursor.expect(",\"lang\":").string();
    boolean gpc = cursor.expect(",\"gpc\":").bool();
    boolean obj = cursor.take(",\"obj\":true");
    Optional<String> jti =
        cursor.take(",\"jti\":") ? Optional.of(cursor.string()) : Optional.empty();
    if (!cursor.expect("}").complete()
        || grant.isEmpty() == jti.isPresent()
        || !jti.map(DatedChoice::isConsentId).orElse(true)
        || !isSpan(iat, exp)) {
      return new Reading.Bad<>(TokenDefect.CLAIMS);
    }
    LocalDate day = LocalDate.ofEpochDay(iat / DAY_SECONDS);
    return new DatedChoice(new Choice(day, pol, ver, grant, deny, obj, lang, gpc, jti), exp)
        .at(site, iss, aud, now);
  }

  private static boolean isSpan(long iat, long exp) {
    return iat % DAY_SECONDS == 0 && exp > iat && exp <= iat + LIFE.toSeconds();
  }

  private Reading<DatedChoice> at(Site site, String iss, String aud, Instant now) {
    if (!iss.equals(site.origin()) || !aud.equals(site.origin())) {
      return new Reading.Bad<>(TokenDefect.SITE);
    }
    if (dayStart(choice.decidedOn()) > now.getEpochSecond() + SKEW_SECONDS) {
      return new Reading.Bad<>(TokenDefect.FUTURE);
    }
    return endsAt <= now.getEpochSecond()
        ? new Reading.Bad<>(TokenDefect.ENDED)
        : new Reading.Good<>(this);
  }
}
