package io.github.consentgateway.token;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.ConsentPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A choice and the second at which it ends, as the claims of a consent token. There is one text for
 * one choice, and {@link #read} takes only that text. An objection outlives the choice that it came
 * with: it stands as long as the longest-lived cookie that it can stop.
 */
record DatedChoice(Choice choice, long endsAt) implements Ending {

  /** How long a choice stands, from the start of its day in UTC; the same for yes and no. */
  static final Duration LIFE = Duration.ofDays(180);

  static final long SKEW_SECONDS = 60;
  private static final long DAY_SECONDS = 86_400;
  private static final int CONSENT_ID = 22;
  private static final long LAST_DAY = 2_932_896; // the end of the year 9999

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
    long ends = isOnlyObjection(choice) ? objectionEnds(choice) : choiceEnds(choice);
    return new DatedChoice(choice, ends);
  }

  private static boolean isOnlyObjection(Choice choice) {
    return choice.isSilent() && choice.objects();
  }

  private static long choiceEnds(Choice choice) {
    return dayStart(choice.decidedOn()) + LIFE.toSeconds();
  }

  /** Zero if there is none. */
  private static long objectionEnds(Choice choice) {
    return choice
        .objection()
        .map(day -> dayStart(day) + ConsentPolicy.LONGEST_LIFE.toSeconds())
        .orElse(0L);
  }

  /** The second from which on nothing of it stands. */
  long lastEnd() {
    return Math.max(endsAt, objectionEnds(choice));
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
            .claim("exp", lastEnd())
            .claim("pol", choice.policy())
            .claim("ver", choice.version())
            .claim("grant", choice.granted())
            .claim("deny", choice.refused())
            .claim("lang", choice.language())
            .claim("gpc", choice.gpc());
    // Only where there is one: each character is read with every request.
    choice.objection().ifPresent(day -> claims.claim("obj", day.toEpochDay()));
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
    Optional<LocalDate> obj = cursor.take(",\"obj\":") ? day(cursor.number()) : Optional.empty();
    Optional<String> jti =
        cursor.take(",\"jti\":") ? Optional.of(cursor.string()) : Optional.empty();
    if (!cursor.expect("}").complete()
        || grant.isEmpty() == jti.isPresent()
        || !jti.map(DatedChoice::isConsentId).orElse(true)
        || iat % DAY_SECONDS != 0
        || exp <= iat) {
      return new Reading.Bad<>(TokenDefect.CLAIMS);
    }
    LocalDate day = LocalDate.ofEpochDay(iat / DAY_SECONDS);
    Choice said = new Choice(day, pol, ver, grant, deny, obj, lang, gpc, jti);
    return exp > of(said).lastEnd()
        ? new Reading.Bad<>(TokenDefect.CLAIMS)
        : new DatedChoice(said, exp).at(site, iss, aud, now);
  }

  /** A day of our time; of a number that is none, the first one. */
  private static Optional<LocalDate> day(long number) {
    return Optional.of(LocalDate.ofEpochDay(Math.max(0, Math.min(number, LAST_DAY))));
  }

  private Reading<DatedChoice> at(Site site, String iss, String aud, Instant now) {
    if (!iss.equals(site.origin()) || !aud.equals(site.origin())) {
      return new Reading.Bad<>(TokenDefect.SITE);
    }
    LocalDate latest =
        choice.objection().filter(choice.decidedOn()::isBefore).orElse(choice.decidedOn());
    if (dayStart(latest) > now.getEpochSecond() + SKEW_SECONDS) {
      return new Reading.Bad<>(TokenDefect.FUTURE);
    }
    return standing(now.getEpochSecond());
  }

  private Reading<DatedChoice> standing(long now) {
    long ends = isOnlyObjection(choice) ? endsAt : Math.min(endsAt, choiceEnds(choice));
    if (ends > now) {
      return new Reading.Good<>(new DatedChoice(choice, ends));
    }
    return choice.objects() && endsAt > now
        ? new Reading.Good<>(new DatedChoice(choice.onlyObjecting(), endsAt))
        : new Reading.Bad<>(TokenDefect.ENDED);
  }
}
