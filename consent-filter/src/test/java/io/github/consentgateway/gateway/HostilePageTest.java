package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that stand in the way of the question without meaning to. */
class HostilePageTest {

  private final Stage stage = new Stage();

  private Document page(Stage.Head head, String html, String... fields) {
    head.set("Content-Type", "text/html; charset=utf-8");
    return Jsoup.parse(stage.page(get("/", fields), head, html), Stage.SITE);
  }

  @ParameterizedTest
  @DisplayName(
      "where the page lets no form be sent, one link leads to where it can be, alike for yes and no")
  @ValueSource(
      strings = {
        "form-action 'none'",
        "form-action https://pay.example",
        "default-src 'self'; form-action 'none'",
        "sandbox allow-scripts",
        "default-src 'self', form-action 'none'",
      })
  void formThatCannotBeSentIsALink(String policy) {
    Stage.Head head = new Stage.Head();
    head.set("Content-Security-Policy", policy);
    Document page = page(head, "<body>a</body>", "Cookie", stage.tokenFor("chat"));
    Document asked = page(head, "<body>a</body>");

    assertEquals(0, page.select("form button, form[action$=withdraw]").size());
    assertEquals(0, asked.select("[value=accept], [value=refuse]").size());
    assertEquals("/consent?lang=fr", asked.select(".consent-buttons a").attr("href"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"form-action 'self'", "sandbox allow-forms", "default-src 'none'"})
  void formThatCanBeSentIsOne(String policy) {
    Stage.Head head = new Stage.Head();
    head.set("Content-Security-Policy", policy);

    assertEquals(1, page(head, "<body>a</body>").select("[value=accept]").size());
  }

  @ParameterizedTest
  @DisplayName("a base address of the page leads none of ours elsewhere")
  @ValueSource(
      strings = {
        "<head><base href='https://cdn.example/x/'></head><body>a</body>",
        "<base target=x><base href=//cdn.example><p>a",
      })
  void baseLeadsNowhere(String html) {
    Document page = page(new Stage.Head(), html);

    for (var element : page.select("form, link, script[data-base], .consent-control a, h2 ~ p a")) {
      String address =
          element.hasAttr("action")
              ? element.attr("action")
              : element.hasAttr("src") ? element.attr("src") : element.attr("href");
      assertTrue(
          address.startsWith(Stage.SITE + "/consent") || address.startsWith("#"),
          element.toString());
    }
    assertFalse(
        page(new Stage.Head(), "<head><base target=x></head><body>a").html().contains(Stage.SITE));
  }

  @Test
  @DisplayName("WD-01: a form that the page leaves open does not swallow the withdrawal")
  void openFormIsClosed() {
    String token = stage.tokenFor("chat");
    Document page =
        page(
            new Stage.Head(),
            "<body><form method=post action=/order><input name=a><p>x</body>",
            "Cookie",
            token);

    assertEquals("/consent/withdraw", page.expectFirst(".consent-control form").attr("action"));
    assertEquals(0, page.select("form form, form[action=/order] .consent-control").size());
    String closed = stage.page(get("/", "Cookie", token), "<body><form></form>a</body>");
    assertEquals(closed.indexOf("</form>"), closed.lastIndexOf("</form>a"), "closed once only");
  }

  @ParameterizedTest
  @DisplayName("UI-11: an element that would hide the way back does not get it")
  @ValueSource(
      strings = {
        "<div hidden data-consent-control></div>",
        "<select data-consent-control></select>",
        "<select><option data-consent-control></select>",
        "<button data-consent-control></button>",
        "<a data-consent-control></a>",
        "<form><div data-consent-control></div></form>",
      })
  void wayBackIsNotHidden(String marker) {
    Stage marked = new Stage(Stage.yaml() + "banner:\n  control: marker\n");
    Document page = Jsoup.parse(marked.page(get("/"), "<body><main>" + marker + "</main></body>"));

    assertEquals(1, page.select("body > .consent-control").size(), page.html());
  }

  @Test
  @DisplayName("UI-11: only where the policy says so can a page move the way back")
  void markerCountsOnlyWhereItIsWanted() {
    String html = "<body><main><div data-consent-control></div></main></body>";
    Stage marked = new Stage(Stage.yaml() + "banner:\n  control: marker\n");

    assertEquals(1, page(new Stage.Head(), html).select("body > .consent-control").size());
    assertEquals(
        1, Jsoup.parse(marked.page(get("/"), html)).select("main .consent-control").size());
  }

  @ParameterizedTest
  @DisplayName("a page of ours that is only read says so, whatever the method")
  @ValueSource(
      strings = {"/cookies", "/state", "/receipt", "/my-data", "/versions", "/assets/x.css"})
  void readPagesAreReadOnly(String path) {
    Answer answer = stage.answer(post("/consent" + path, "a=b"));

    assertEquals(405, answer.status());
    assertTrue(answer.fields().toString().contains("Allow=GET, HEAD"), answer.fields().toString());
    assertTrue(stage.begin(post("/.well-known/gpc.json", ""), new Stage.Head()).answer().isEmpty());
  }
}
