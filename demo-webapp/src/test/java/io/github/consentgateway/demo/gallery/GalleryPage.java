package io.github.consentgateway.demo.gallery;

/** A page as an application may have one: sixty paragraphs, a link to skip, a form. */
final class GalleryPage {

  static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{margin:0;font:1.125rem/1.6 Georgia,serif}
      main,header{max-width:42rem;margin:auto;padding:1rem}
      a{color:inherit}
      button{font:inherit;min-height:3rem}
      """;

  private static final String WORDS =
      "Bleu de pastel, violette et terre cuite : huit objets faits près de Toulouse, par des gens"
          + " dont nous connaissons le prénom, et que nous allons voir chaque printemps.";

  private GalleryPage() {}

  static String html(String language) {
    String direction = language.equals("ar") ? "rtl" : "ltr";
    return """
        <!doctype html>
        <html lang="%s" dir="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Cocagne</title>
        <link rel="stylesheet" href="/page.css">
        </head>
        <body>
        <header><a href="#main">Cocagne</a></header>
        <main id="main">
        <h1>Cocagne</h1>
        %s
        <form action="/search"><p><label>Cocagne <input name="q"></label> <button>Cocagne</button></p></form>
        </main>
        </body>
        </html>
        """
        .formatted(language, direction, ("<p>" + WORDS + "</p>\n").repeat(60));
  }
}
