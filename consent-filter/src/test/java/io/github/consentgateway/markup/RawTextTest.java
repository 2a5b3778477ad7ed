package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in elements that have only text in them. */
class RawTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "script",
        "style",
        "textarea",
        "title",
        "xmp"
      })
  void isNoMarkup(String name) {
    String raw = "</body><p data-consent-control>";
    for (String start : new String[] {"<%s>", "<%s/>", "<%s a='>'>"}) {
      for (String end : new String[] {"</%s>", "</%s >", "</%s/>", "</%s a='>'>", "</%S\n>"}) {
        String element = (start + raw + end).formatted(name, name);
        assertPasses(Placement.BODY, "<body>[B]" + element + "<p>a[C]</body>");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</styl>",
        "</styles>",
        "</ style>",
        "</style",
        "</style<",
        "</style\u0000>",
        "</sty</",
        "<",
        "</",
        "<!--",
        "<!-- <style>",
        "</styl\u00e9>",
        "</p></style</style.",
        "&lt;/style>"
      })
  void endsOnlyWithItsOwnEndTag(String text) {
    assertPasses(Placement.BODY, "<body>[B]<style>" + text + "</body></style>a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</textareas>", "</textarex>", "</title>", "</textareatextareatextarea>"})
  void endsOnlyWithTheWholeNameOfItsEndTag(String text) {
    assertPasses(Placement.BODY, "<body>[B]<textarea>" + text + "</body></textarea>a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!-- ",
        "<!-- -- ",
        "<!-- <scripts>",
        "<!-- <script",
        "<!-- <script\u00e9>",
        "<!-- <script<",
        "<!-- <script></script> ",
        "<!-- <SCRIPT\n></script/> ",
        "<!-- <script/ </scripts> </script> ",
        "<!-- <script> </script\u0000> </script> ",
        "<!-- <script> -->",
        "<!-- <script> --->",
        "<!--><script>",
        "<!---><script>",
        "<!-<script>",
        "<! --<script>",
        "<!x<script>",
        "<!-x-<script>",
        "<!-- <script> <!-- </script> ",
        "<!-- --> <script>",
        "<!-- < script> <1 <",
        "<!-- </scripts> </p>",
        "<!-- <script> <b </p> <!-- --> ",
        "<!-- <script></script> <script></script> -->",
        "a < b </ c"
      })
  void endsAScript(String text) {
    assertPasses(Placement.BODY, "<script>" + text + "</script><body>[B]a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--<script>",
        "<!-- <script >",
        "<!-- <SCRIPT/",
        "<!--a<b><script>",
        "<!-- -- > <script>",
        "<!-- - -> <script>",
        "<!-- <script> -- > - -> ",
        "<!-- <script></script><script> ",
        "<!-- <script> </scripts> ",
        "<!-- <script> < /script> "
      })
  void doesNotEndAScriptInsideOfAnother(String text) {
    assertPasses(
        Placement.BODY, "<script>" + text + "</script></body>--></script><body>[B]a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<style><!--<script></style>", "<title><!--<script></title>"})
  void isEscapedInScriptsOnly(String element) {
    assertPasses(Placement.BODY, element + "<body>[B]a[C]</body>");
  }
}
