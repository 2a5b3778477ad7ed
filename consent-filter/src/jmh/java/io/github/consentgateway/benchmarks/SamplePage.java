package io.github.consentgateway.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A page as shops make them: scripts and styles in the head and further down, icons drawn in the
 * page, long lists of classes, comments, French text in UTF-8.
 */
final class SamplePage {

  /** How long the page is at least, in octets. */
  static final int LENGTH = 160 * 1024;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="fr" class="no-js" data-theme="light">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Lampes d'intérieur — Exemple, l'éclairage choisi</title>
        <meta name="description" content="Lampes à poser, suspensions et appliques, expédiées sous 48 h.">
        <meta property="og:image" content="https://www.example.fr/images/lampes-1200x630.jpg">
        <link rel="canonical" href="https://www.example.fr/lampes/">
        <link rel="preload" href="/assets/inter-v13-latin.woff2" as="font" type="font/woff2" crossorigin>
        <link rel="stylesheet" href="/assets/shop-5d41402a.css">
      """;

  private static final String STYLE_RULE =
      ".card-%d > .price::after { content: \"\\00a0\\20ac\"; margin: 0 .5rem %dpx; color: #%06x }\n";

  private static final String SCRIPT_LINE =
      "window.shop.push({id:%d,name:\"Lampe n\\u00b0\\u00a0%d\",price:%d.90,ok:function(a,b)"
          + "{return a<b&&b>%d||\"<p class='x'>\"}});\n";

  private static final String CARD =
      """
          <!-- product %1$d -->
          <li class="relative flex flex-col rounded-lg border border-gray-200 bg-white p-4 shadow-sm sm:p-6">
            <article id="product-%1$d" class="group card" data-id="%1$d" data-list='{"list":"lamps","index":%2$d}'>
              <a class="absolute inset-0 z-10 focus:outline-none focus-visible:ring-2" href="/lampes/lampe-%1$d?couleur=laiton&amp;taille=%2$d" aria-label="Voir la lampe n° %1$d">
                <img class="aspect-square w-full object-cover" src="/images/lampe-%1$d-400.webp" srcset="/images/lampe-%1$d-400.webp 400w, /images/lampe-%1$d-800.webp 800w" sizes="(min-width: 640px) 25vw, 50vw" width="400" height="400" alt="Lampe en laiton brossé, abat-jour écru" loading="lazy" decoding="async">
              </a>
              <h3 class="mt-4 text-base font-semibold text-gray-900">Lampe à poser n° %1$d « Éclat »</h3>
              <p class="mt-1 text-sm text-gray-500">Pied en laiton massif, abat-jour en lin écru tissé dans les Vosges. Diffuse une lumière douce et chaude, idéale près d'un fauteuil ou d'un lit.</p>
              <p class="price"><strong>%2$d9,90</strong> <s>1%2$d9,90</s> <small>TTC, éco-participation incluse</small></p>
              <ul class="flex gap-1"><li>E27</li><li>40&nbsp;W max.</li><li>Variateur</li></ul>
              <form action="/panier" method="post"><input type="hidden" name="id" value="%1$d"><button type="submit" class="btn btn-primary" disabled>
                <svg class="h-5 w-5" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path stroke-linecap="round" stroke-linejoin="round" d="M2.25 3h1.386c.51 0 .955.343 1.087.835l.383 1.437M7.5 14.25a3 3 0 0 0-3 3h15.75m-12.75-3h11.218c1.121-2.3 2.1-4.684 2.924-7.138a60.114 60.114 0 0 0-16.536-1.84M7.5 14.25 5.106 5.272"/><circle cx="9" cy="20" r="1"/><circle cx="18" cy="20" r="1"/></svg>
                Ajouter au panier</button></form>
            </article>
          </li>
      """;

  private static final String NAVIGATION =
      """
          <li><a href="/rayon/%1$d" class="block px-3 py-2 hover:underline">Rayon %1$d — pièce à vivre</a></li>
      """;

  private SamplePage() {}

  /** The page. */
  static byte[] octets() {
    Random random = new Random(42);
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<style>\n");
    for (int i = 0; i < 100; i++) {
      page.append(STYLE_RULE.formatted(i, i % 7, random.nextInt(1 << 24)));
    }
    page.append("</style>\n<script>\n");
    for (int i = 0; i < 100; i++) {
      page.append(SCRIPT_LINE.formatted(i, i, i, i));
    }
    page.append("</script>\n</head>\n<body class=\"shop\">\n<nav aria-label=\"Rayons\"><ul>\n");
    for (int i = 0; i < 60; i++) {
      page.append(NAVIGATION.formatted(i));
    }
    page.append("</ul></nav>\n<main>\n<ul class=\"grid grid-cols-2 gap-4 sm:grid-cols-4\">\n");
    for (int i = 0; page.length() < LENGTH - 12_000; i++) {
      page.append(CARD.formatted(1000 + i, i % 10));
    }
    page.append("</ul>\n</main>\n<script type=\"application/json\">[");
    while (page.length() < LENGTH) {
      page.append("{\"@type\":\"Offer\",\"price\":").append(random.nextInt(1000)).append("},\n");
    }
    page.append("{}]</script>\n<footer><p>© Exemple SAS</p></footer>\n</body>\n</html>\n");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }
}
