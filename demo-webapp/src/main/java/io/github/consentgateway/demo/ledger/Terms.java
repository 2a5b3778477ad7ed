package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.RetentionClass;
import java.time.Period;
import java.util.Map;

/** The retention schedule in the words of a French register. */
final class Terms {

  /** What a period begins with, and why it is that long. */
  private record Words(String from, String reason) {}

  private static final String COMMERCE = "CNIL, gestion commerciale";
  private static final String LOGS = "CNIL, recommandation 2021-122";
  private static final String COOKIES = "CNIL, recommandation 2020-092";

  private static final Map<String, Words> WORDS =
      Map.ofEntries(
          Map.entry(
              "ACCOUNT_BILLING",
              new Words("fin du contrat, ou dernier contact", "Code de commerce, article L123-22")),
          Map.entry("PROSPECT", new Words("dernier contact", COMMERCE)),
          Map.entry("INACTIVE_MARKETING", new Words("fin de la relation", COMMERCE)),
          Map.entry(
              "CONTENT_OPERATION",
              new Words("opération", "décret 2021-1362, si l’application héberge des contenus")),
          Map.entry("TRAFFIC", new Words("requête", LOGS)),
          Map.entry("AUDIT", new Words("accès", LOGS)),
          Map.entry("AUDIENCE", new Words("collecte", "CNIL, mesure d’audience")),
          Map.entry("COOKIE", new Words("premier dépôt", COOKIES)),
          Map.entry("CONSENT_CHOICE", new Words("choix", COOKIES)),
          Map.entry(
              "CONSENT_PROOF",
              new Words(
                  "fin du consentement",
                  "RGPD, articles 7(1) et 17(3)(e) ; Code civil, article 2224")),
          Map.entry("DISCLOSURE_FILE", new Words("communication", "Code civil, article 2224")));

  private Terms() {}

  /** A period, such as {@code 5 ans}. */
  static String of(Period period) {
    if (period.getYears() > 0) {
      return period.getYears() == 1 ? "1 an" : period.getYears() + " ans";
    }
    return period.getMonths() > 0 ? period.getMonths() + " mois" : period.getDays() + " jours";
  }

  /** What the period begins with. */
  static String from(RetentionClass kept) {
    return words(kept).from();
  }

  /** Why it is that long. */
  static String reason(RetentionClass kept) {
    return words(kept).reason();
  }

  private static Words words(RetentionClass kept) {
    return WORDS.getOrDefault(kept.name(), new Words(kept.from(), kept.reason()));
  }
}
