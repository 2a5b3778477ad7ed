package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in SVG and MathML. A title without end tag shows whether it is HTML. */
class ForeignContentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg><title/></svg>",
        "<svg><style/><script/></svg>",
        "<svg><title></svg>",
        "<svg><style></svg>",
        "<SVG><g><g></g><title></SVG>",
        "<svg><svg></svg><title/></svg>",
        "<svg><path/><title/></svg>",
        "<svg><a></a><title/></svg>",
        "<svg><![CDATA[</body>]]></svg>",
        "<svg><![CDATA[ ] ]> ]] > </body> ]]]></svg>",
        "<svg><![CDATA></svg>",
        "<svg><![CDAT[></svg>",
        "<svg><!--</body>--></svg>",
        "<svg><!-[CDATA[></svg>",
        "<math><mi><math><title/></math></mi><title/></math>",
        "<math><annotation-xml><title/></annotation-xml></math>",
        "<math><desc><title/></desc></math>",
        "<svg><mi><title/></mi></svg>",
        "<svg><desc><b>x</b></desc><title/></svg>",
        "<svg><foreignObject><svg><title/></svg></foreignObject><title/></svg>",
        "<svg><foreignObject><p><br>x</p></foreignObject><title/></svg>",
        "<svg><foreignObject></p></br></foreignObject><title/></svg>",
        "<svg><foreignObject><svg/></foreignObject><title/></svg>",
        "<svg></title></style></head><title/></svg>",
        "<svg><html></html><title/></svg>",
        "<template><svg></body></html></head><title/></svg></template>",
        "<div><svg><template></template><title/></svg></div>"
      })
  void hasNoRawText(String drawing) {
    String rest = "<p>a[C]</body>";
    assertPasses(Placement.BODY, "<body>[B]" + drawing + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg/>",
        "<svg></svg>",
        "<svg><g></svg>",
        "<svg><div>",
        "<svg><div></div>",
        "<svg><img>",
        "<svg><g><p>",
        "<svg><FONT>",
        "<svg><g></p>",
        "<svg><g></br>",
        "<p><svg><g></div>",
        "<svg><foreignObject><p>",
        "<svg><foreignObject><p></foreignObject>",
        "<svg><foreignObject><svg><b>",
        "<svg><foreignObject></svg>",
        "<math><mi><b>",
        "<math></math>",
        "<math><mglyph></math>",
        "</svg>",
        "<template><svg></template>"
      })
  void hasRawTextBehind(String drawing) {
    assertPasses(Placement.BODY, "<body>[B]" + drawing + "<style></body></style>a[C]</body>");
    assertPasses(Placement.BODY, "<body>[B]" + drawing + "<![CDATA[x>a[C]</body>]]>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<svg><title>", "<svg><desc>", "<svg><foreignObject>", "<math><mtext>"})
  void hasRawTextInsideOfItsPointsForHtmlAndYetSections(String drawing) {
    assertPasses(Placement.BODY, "<body>[B]" + drawing + "<style></body></style>a[C]</body>");
    assertPasses(Placement.BODY, "<body>[B]" + drawing + "<![CDATA[x></body>]]>a[C]</body>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<body>[B]<svg>[C]</body></svg>", "<body>[B]<svg><g>[C]</html>"})
  void doesNotKeepThePageFromEnding(String expected) {
    assertPasses(Placement.BODY, expected);
  }

  @Test
  void isTakenForHtmlWhenItIsTooDeep() {
    String groups = "<g>".repeat(ForeignContent.DEEPEST - 1);
    assertPasses(Placement.BODY, "<body>[B]<svg>" + groups + "<style>[C]</body></style>");
    assertPasses(Placement.BODY, "<body>[B]<svg>" + groups + "<g><style></body></style>[C]");
  }
}
