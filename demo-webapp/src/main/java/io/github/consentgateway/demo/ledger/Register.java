package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Service;
import io.github.consentgateway.record.RetentionClass;
import java.util.List;

/** The gateway's own entries for the register of processings (GDPR article 30), in Markdown. */
record Register(ConsentPolicy policy) {

  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# Registre des traitements : consentement aux cookies\n\n");
    line(out, "Responsable", policy.controller().name() + ", " + policy.controller().address());
    line(out, "Contact", policy.controller().contact());
    line(out, "Délégué à la protection des données", policy.dpo());
    line(out, "Autorité de contrôle", policy.authority().name());
    out.append(
        "\n| traitement | finalité | base | données | personnes | destinataires | durée |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    row(
        out,
        "Preuve du consentement",
        "démontrer le consentement",
        "RGPD 7(1) et 6(1)(c)",
        "numéro aléatoire, finalités, date, langue, texte montré",
        "visiteurs qui acceptent",
        "aucun",
        RetentionClass.named("CONSENT_PROOF"));
    row(
        out,
        "Choix du visiteur",
        "retenir le choix",
        "loi 78-17, article 82 (exempté)",
        "cookie : finalités et jour ; sans numéro en cas de refus",
        "visiteurs",
        "aucun",
        RetentionClass.named("CONSENT_CHOICE"));
    row(
        out,
        "Journal des accès",
        "sécurité du registre des consentements",
        "RGPD 6(1)(f) et 32",
        "nom, fonction, date, opération",
        "personnel habilité",
        "aucun",
        RetentionClass.named("AUDIT"));
    row(
        out,
        "Journal de trafic",
        "sécurité et fonctionnement du site",
        "RGPD 6(1)(f) et 32",
        "pseudonyme d’un jour, navigateur, site d’origine, page, statut, durées arrondies",
        "visiteurs",
        "aucun",
        RetentionClass.named("TRAFFIC"));
    row(
        out,
        "Communications à une autorité",
        "prouver ce qui a été communiqué",
        "RGPD 6(1)(c)",
        "copie scellée des enregistrements communiqués, autorité, base légale, approbateurs",
        "visiteurs concernés, personnel habilité",
        "l’autorité qui en a fait la demande",
        RetentionClass.named("DISCLOSURE_FILE"));
    out.append("\n## Finalités soumises au consentement\n\n");
    policy
        .purposes()
        .forEach(
            purpose ->
                out.append("- ")
                    .append(purpose.title().getOrDefault("fr", purpose.id()))
                    .append(" (version ")
                    .append(purpose.version())
                    .append(") – ")
                    .append(String.join(", ", recipients(purpose.id())))
                    .append('\n'));
    out.append("\n## Durées de conservation\n\n| classe | durée | à compter de | raison |\n");
    out.append("|---|---|---|---|\n");
    for (RetentionClass kept : RetentionClass.SCHEDULE) {
      out.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  kept.name(), Terms.of(kept.period()), Terms.from(kept), Terms.reason(kept)));
    }
    return out.toString();
  }

  private List<String> recipients(String purpose) {
    List<String> recipients =
        policy.services().stream()
            .filter(service -> service.purpose().equals(purpose))
            .map(Register::recipient)
            .distinct()
            .toList();
    return recipients.isEmpty() ? List.of("aucun destinataire") : recipients;
  }

  private static String recipient(Service service) {
    String safeguard = service.safeguard().map(known -> ", garanties : " + known).orElse("");
    return service.provider() + " (" + service.country() + safeguard + ")";
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append("- ").append(name).append(" : ").append(value).append('\n');
  }

  private static void row(
      StringBuilder out,
      String what,
      String why,
      String basis,
      String data,
      String people,
      String recipients,
      RetentionClass kept) {
    out.append(
        "| %s | %s | %s | %s | %s | %s | %s (à compter de : %s) |\n"
            .formatted(
                what,
                why,
                basis,
                data,
                people,
                recipients,
                Terms.of(kept.period()),
                Terms.from(kept)));
  }
}
