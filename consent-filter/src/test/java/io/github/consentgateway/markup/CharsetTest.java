package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages are read at all. */
class CharsetTest {
  private static final String HEAD = "<html><head><title>\u8868</title></head>\n";
  private static final String PAGE = HEAD + "<body title='\u8868>\u7a7a'>[B]a[C]</body></html>";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Shift_JIS", "GBK", "GB18030", "Big5", "EUC-JP"})
  void areThoseInWhichADelimiterIsNeverPartOfAnotherCharacter(String charset) {
    String octets = latin(PAGE, charset);
    assertPasses(Placement.BODY, octets);
    assertEquals(PAGE, new String(Passing.octets(octets), Charset.forName(charset)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void areNotThoseWithWideCharacters(String charset) {
    assertPasses(Placement.BODY, latin(HEAD + "<body>a</body>", charset));
    assertPasses(Placement.BODY, latin("\n" + HEAD + "<body>a</body>", charset));
    assertPasses(Placement.BODY, latin("\ufeff" + HEAD + "<body>a</body>", charset));
    assertPasses(Placement.BODY, latin("\ufeffa", charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>a\u0000</title><body>[B]a[C]",
        "<body>[B]\u0000[C]",
        "<body>[B]<\u0000[C]",
        "[B]a\u0000<\u0000[C]",
        "<template>\u0000<\u0000</template>[B]a[C]"
      })
  void areThoseWithNulsOnlyInside(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ef\u00bb\u00bf<body>[B]a[C]",
        "\u00ef\u00bb\u00bf<?xml version='1.0' encoding='utf-8'?><body>[B]a[C]",
        "\u00ef\u00bb\u00bf [B]a[C]",
        "\u00ef\u00bb\u00bf[B]\u00ef\u00bb\u00bf<body>[C]"
      })
  void areThoseWithTheSignatureOfUtf8(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[B]\u00ef<body>[C]",
        "[B]\u00ef\u00bb<body>[C]",
        "[B]\u00fea<body>[C]",
        "[B]\u00ff\u00ff<body>[C]",
        "[B]\u00e9<body>[C]",
        "[B][C]\u00ef\u00bb",
        "[B]\u00fe\u00fa[C]"
      })
  void areThoseThatOnlyBeginLikeASignature(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml encoding='utf-16le'?>",
        "<?xml encoding = 'ISO-10646-UCS-2' standalone=yes?>",
        "<?XML ENCODING='UCS-4'>",
        "<?xml encoding='UTF-32BE'?>",
        "<?xml encoding='utf-7'?>",
        "<?xml encoding='unicode'?>",
        "<?xml encoding='ISO-2022-JP'?>",
        "<?xml encoding='hz-gb-2312'?>",
        "\u00ef\u00bb\u00bf<?xml encoding='utf-16'?>"
      })
  void areNotThoseDeclaredInAnEncodingWithoutAscii(String declaration) {
    assertPasses(Placement.BODY, declaration + "<html><body>a</body></html>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<?xml version='1.0'?>",
        "<?xml encoding='x-an-encoding-with-a-name-longer-than-that-of-any'?>",
        "<?xml encoding='iso-8859-1'?>",
        "<?xml encoding=>",
        "<?xml encoding=ucs-4>",
        "<?xml encoding='>",
        "<?>",
        "\n<?xml encoding='utf-16'?>",
        "<!----><?xml encoding='utf-16'?>",
        "<!-- <?xml encoding='utf-16'?> -->"
      })
  void areThoseDeclaredOtherwise(String declaration) {
    assertPasses(Placement.BODY, declaration + "<html><body>[B]a[C]</body></html>");
  }

  /** The text in a charset, as one character for each octet. */
  private static String latin(String text, String charset) {
    return new String(text.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
  }
}
