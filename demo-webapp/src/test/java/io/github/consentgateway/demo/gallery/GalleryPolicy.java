package io.github.consentgateway.demo.gallery;

import java.util.List;
import java.util.stream.Collectors;

/** The policy of a gallery: four purposes, one of them with a third party, in three languages. */
final class GalleryPolicy {

  private static final String YAML =
      """
      site: %s
      controller: { name: Cocagne, address: "1 rue des Pastels, 31000 Toulouse", contact: privacy@example.fr }
      dpo: dpo@example.fr
      authority: { name: CNIL, url: "https://www.cnil.fr/fr/plaintes" }
      policy: { version: "2026-11-22" }
      languages: [fr, en, ar]
      banner: { %s }
      purposes:
        preferences:
          version: 1
          title: { fr: Préférences, en: Preferences, ar: التفضيلات }
          description:
            fr: "Retenir les quatre derniers objets regardés, pour les proposer à la visite suivante."
            en: "Remember the last four products you looked at, to offer them on your next visit."
            ar: "تذكّر آخر أربعة منتجات شاهدتها، لاقتراحها عليك في زيارتك القادمة للموقع."
        audience:
          version: 1
          title: { fr: Mesure d’audience, en: Audience measurement, ar: قياس الجمهور }
          description:
            fr: "Compter les pages vues et les visiteurs qui reviennent, par page et par jour."
            en: "Count page views and returning visitors, by page and by day, for our statistics."
            ar: "عدّ الصفحات التي تُشاهَد والزوار الذين يعودون، حسب الصفحة وحسب اليوم."
        chat:
          version: 1
          title: { fr: Discussion en direct, en: Live chat, ar: الدردشة المباشرة }
          description:
            fr: "Ouvrir une discussion avec notre équipe, et la retrouver d’une page à l’autre."
            en: "Open a chat with our team, and pick it up again from one page to the next."
            ar: "فتح محادثة مع فريقنا، والعودة إليها من صفحة إلى أخرى في هذا الموقع."
        video:
          version: 1
          title: { fr: Vidéos, en: Videos, ar: الفيديو }
          description:
            fr: "Lire les vidéos du journal, diffusées depuis les serveurs de notre prestataire."
            en: "Play the videos of the journal, which our provider sends from its servers."
            ar: "تشغيل مقاطع الفيديو التي يرسلها مزوّدنا من خوادمه الخاصة إلى جهازك."
      cookies:
        - { name: basket, exempt: CART, why: "keeps the basket", lifetime: P30D }
        - { name: _stat, exempt: AUDIENCE_EXEMPT, why: "counts visits for us alone", lifetime: P13M, thirdPartyAccess: false, firstParty: true, sliding: false, dataRetention: P25M, reviewedOn: 2026-10-01 }
        - { name: recent, purposes: [preferences], lifetime: P6M, thirdPartyAccess: false }
        - { name: "_ga*", purposes: [audience], lifetime: P13M, thirdPartyAccess: false }
        - { name: chat, purposes: [chat], lifetime: session, thirdPartyAccess: false }
      services:
        - { id: video, purpose: video, provider: Vidéo Exemple, hosts: [video.example], policyUrl: "https://video.example/p", country: US, safeguard: EU-US Data Privacy Framework }
      """;

  private GalleryPolicy() {}

  static String yaml(String site, Look look) {
    String yaml = YAML.formatted(site, look.banner());
    return look.languages().isEmpty() ? yaml : in(look.languages(), yaml);
  }

  /** The same in other languages, whose texts are the English ones. */
  private static String in(List<String> languages, String yaml) {
    return yaml.replaceAll("languages: .*", "languages: " + languages)
        .replaceAll("fr: [^,]*, en: ([^,]*), ar: [^}]*", entries(languages, ": $1, ") + "x-x: x ")
        .replaceAll("\\n +fr: .*\\n +en: (.*)\\n +ar: .*", entries(languages, ""))
        .replace(", x-x: x", "");
  }

  private static String entries(List<String> languages, String end) {
    return languages.stream()
        .map(tag -> end.isEmpty() ? "\n        " + tag + ": $1" : tag + end)
        .collect(Collectors.joining());
  }
}
