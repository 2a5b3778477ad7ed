package io.github.consentgateway.markup;

import java.util.List;
import java.util.Random;

/** Random pages from the pieces that parsers stumble over; half of them have a skeleton. */
final class RandomPages {
  /** What may stand anywhere; pieces that swallow the rest of a page are few. */
  private static final List<String> PIECES =
      List.of(
          " ",
          "\n",
          "\t",
          "text",
          "\u00c3\u00a9t\u00c3\u00a9",
          "\u0083[\u0083\\",
          "&nbsp;",
          "&lt;body&gt;",
          "<",
          "<",
          "</",
          "</>",
          "< b>",
          "</ b>",
          "<3",
          ">",
          "\"",
          "'",
          "=",
          "/",
          "<!DOCTYPE html>",
          "<!doctype html PUBLIC \"x>y\">",
          "<!x>",
          "<!>",
          "<!-",
          "<?php echo '<body>' ?>",
          "<!-- <body> -->",
          "<!-- x --!>",
          "<!--->",
          "<!-->",
          "<!----!>",
          "<!--[if IE]><body><![endif]-->",
          "<!--[if !IE]><!-->",
          "<!--<![endif]-->",
          "<!--",
          "-->",
          "--!>",
          "<html>",
          "<html lang=\"fr\">",
          "<HTML LANG=de-CH>",
          "<head>",
          "</head>",
          "<body>",
          "<BODY CLASS='a>b'>",
          "<body onload=\"if (a<b) '>'\" lang=fr>",
          "</body>",
          "</BODY >",
          "</html>",
          "</html x='>'>",
          "<title><body></title>",
          "<title>",
          "</title>",
          "<meta charset=utf-8>",
          "<meta name=\"a\" content='<body>'/>",
          "<base href=/>",
          "<link rel=stylesheet href=x.css>",
          "<style>a > b { content: '</body>' }</style>",
          "<style>",
          "</style>",
          "<script>if (a < b) document.write('<body></body>')</script>",
          "<script><!-- <script></body></script> --></script>",
          "<script><!--</script>",
          "<script>",
          "</script>",
          "</script/x>",
          "<template><p>",
          "<template>",
          "<template>",
          "</template>",
          "</template>",
          "</template>",
          "<div>",
          "</div>",
          "<DIV Class=\"a\" class='b' id=c/>",
          "<p>",
          "</p>",
          "<b x = \"a\ty='>'\"z>",
          "</b y=\">\">",
          "<i =\">",
          "<a/b=c/>",
          "<a href='\">'>",
          "<br/>",
          "</br>",
          "<img src=x alt=\"</body>\">",
          "<input value=<body>>",
          "<textarea></body></textarea>",
          "<textarea>",
          "</textarea>",
          "<iframe><body></iframe>",
          "<noembed></body></noembed>",
          "<xmp><!--</xmp>",
          "<svg>",
          "</svg>",
          "<svg/>",
          "<svg><title><p></title><style></svg>",
          "<svg><path d='M0 0'/><desc><b>x</b></desc></svg>",
          "<svg><![CDATA[ </svg></body> ]]></svg>",
          "<![CDATA[",
          "]]>",
          "<math>",
          "</math>",
          "<mi>",
          "</mi>",
          "<foreignObject>",
          "</foreignObject>",
          "<g>",
          "</g>",
          "<div data-consent-banner>",
          "<span data-consent-control>",
          "<main data-consent-banner='' data-consent-control>",
          "<img data-consent-banner>",
          "<div x='<p data-consent-control>'>");

  private static final List<String> ENDS =
      List.of(
          "",
          "",
          "",
          "",
          "</body></html>",
          "</html>",
          "<div class=\"",
          "<!-- ",
          "<script>",
          "<",
          "</bod",
          "<plaintext>");

  private static final List<String> HEADS =
      List.of(
          "",
          "<!DOCTYPE html>",
          "<!DOCTYPE html>\n<html lang='fr'>\n",
          "<html><head>",
          "<html>\n<head><meta charset=utf-8><title>a</title></head>\n",
          "<title>a</title>");

  private final Random random;

  RandomPages(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder page = new StringBuilder(random.nextBoolean() ? any(HEADS) : "");
    pieces(page);
    if (random.nextBoolean()) {
      page.append("<body class=\"a\">");
      pieces(page);
    }
    return page.append(any(ENDS)).toString();
  }

  private void pieces(StringBuilder page) {
    for (int left = random.nextInt(8); left > 0; left--) {
      page.append(any(PIECES));
    }
  }

  private String any(List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }
}
