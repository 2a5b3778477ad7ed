package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Receipts;
import io.github.consentgateway.token.SigningKeys;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors can see of what is recorded of them, and have done with it. */
class VisitorRecordsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final TestLedger ledger = new TestLedger();
  private final Stage stage = new Stage(Stage.yaml(), ledger);
  private final String token = stage.tokenFor("audience");

  private Answer shown(String path, String cookie) {
    return stage.answer(get(path, "Cookie", cookie));
  }

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  private String id() {
    return standing(token).choice().flatMap(Choice::consentId).orElseThrow();
  }

  private LedgerEntry entry() {
    return ledger.history(id()).get(0);
  }

  private static Document page(Answer answer) {
    return Jsoup.parse(answer.body());
  }

  @Test
  @DisplayName("TK-10: the receipt says what the record says, and leads to both downloads")
  void receiptIsTheRecord() {
    Answer answer = shown("/consent/receipt?lang=en", token);

    assertEquals(200, answer.status());
    String text = page(answer).text();
    assertTrue(text.contains(entry().record().consentId()), text);
    assertTrue(text.contains(entry().record().notice()), text);
    assertTrue(text.contains("Audience measurement"), text);
    List<String> links = page(answer).select("a[download]").eachAttr("href");
    assertEquals(2, links.size());
    links.forEach(link -> assertEquals(200, shown(link, token).status(), link));
  }

  @Test
  @DisplayName("TK-03, TK-10: another library verifies the receipt with the published keys alone")
  void receiptIsVerifiedByOthers() throws Exception {
    String jws = shown("/consent/receipt/" + entry().record().id() + ".jws", token).body();
    JWKSet keys = JWKSet.parse(stage.answer(get("/.well-known/consent-receipt-keys.json")).body());
    JWSObject signed = JWSObject.parse(jws);
    var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toOctetKeyPair();

    assertEquals("consent-receipt+jws", signed.getHeader().getType().getType());
    assertTrue(signed.verify(new Ed25519Verifier(key)));
    assertFalse(key.isPrivate());
    assertEquals(
        shown("/consent/receipt/" + entry().record().id() + ".json", token).body(),
        signed.getPayload().toString());
    String[] parts = jws.split("\\.", -1);
    String forged = parts[0] + "." + parts[1].replaceFirst("..$", "AA") + "." + parts[2];
    assertFalse(JWSObject.parse(forged).verify(new Ed25519Verifier(key)));
  }

  @Test
  @DisplayName("TK-10: nothing is signed that names no controller; what is recorded can be had")
  void receiptWithoutAControllerIsNotSigned() {
    Receipts bare =
        new Receipts(ConsentLedger.inMemory(), new EvidenceSigner(SigningKeys.random()));

    assertThrows(LedgerException.class, () -> bare.signed(entry(), "https://www.example.fr"));
    assertTrue(bare.json(entry(), "https://www.example.fr").contains(entry().record().id()));
  }

  @ParameterizedTest
  @DisplayName("TK-09, DR-02: each field that the standard demands is there and says something")
  @ValueSource(
      strings = {
        "/dct:identifier",
        "/dct:conformsTo",
        "/dct:publisher",
        "/dpv:hasRecordOfActivity/dct:identifier",
        "/dpv:hasRecordOfActivity/dct:conformsTo",
        "/dpv:hasRecordOfActivity/dpv:hasDataSubject",
        "/dpv:hasRecordOfActivity/dpv:hasDataController/dpv:hasName",
        "/dpv:hasRecordOfActivity/dpv:hasDataController/dpv:hasAddress",
        "/dpv:hasRecordOfActivity/dpv:hasDataController/dpv:hasContact",
        "/dpv:hasRecordOfActivity/dpv:hasDataProtectionOfficer",
        "/dpv:hasRecordOfActivity/dpv:hasAuthority/dpv:hasName",
        "/dpv:hasRecordOfActivity/dpv:hasJurisdiction",
        "/dpv:hasRecordOfActivity/dpv:hasApplicableLaw",
        "/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasPurpose/dct:identifier",
        "/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasPurpose/dct:description/fr",
        "/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasLegalBasis",
        "/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasPersonalData/0/dct:title",
        "/dpv:hasRecordOfActivity/dpv:hasNotice/ledger:sha256",
        "/dpv:hasRecordOfActivity/dpv:hasNotice/dct:language",
        "/dpv:hasRecordOfActivity/dpv:hasConsentStatus",
        "/dpv:hasRecordOfActivity/dpv:hasIndicationMethod",
        "/dpv:hasRecordOfActivity/dct:date",
        "/dpv:hasRecordOfActivity/dct:valid",
        "/dpv:hasRecordOfActivity/dpv:hasStorageCondition/dpv:hasDuration",
        "/dpv:hasRecordOfActivity/dpv:hasStorageCondition/dpv:hasLocation",
        "/dpv:hasRecordOfActivity/dpv:hasRight/eu-gdpr:A7-3",
        "/dpv:hasRecordOfActivity/ledger:position/sha256",
      })
  void receiptIsComplete(String field) throws Exception {
    String json = shown("/consent/receipt/" + entry().record().id() + ".json", token).body();
    JsonNode value = JSON.readTree(json).at(field);

    assertTrue(value.isTextual() && !value.asText().isBlank(), field + " in " + json);
  }

  @ParameterizedTest
  @DisplayName("an unknown number, a foreign token, no token: 404, the same page for all")
  @ValueSource(strings = {"unknown", "foreign", "none"})
  void nobodyLearnsWhatExists(String whose) {
    String other = stage.tokenFor("chat");
    String real = "/consent/receipt/" + entry().record().id() + ".json";
    Answer answer =
        switch (whose) {
          case "unknown" -> shown("/consent/receipt/AAAAAAAAAAAAAAAAAAAAAA.json", token);
          case "foreign" -> shown(real, other);
          default -> shown(real, "x=1");
        };

    assertEquals(404, answer.status());
    assertEquals(shown("/consent/no-such-page", "x=1").body(), answer.body());
  }

  @Test
  @DisplayName(
      "DR-08, DR-09: without a token the page says why nothing can be found, and whom to ask")
  void withoutTokenThePageExplains() {
    Answer answer = stage.answer(get("/consent/my-data?lang=en"));

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("we cannot tell whether any record is yours"));
    assertTrue(answer.body().contains("mailto:" + stage.gateway.policy().dpo()));
    assertEquals(0, page(answer).select("form").size());
    assertEquals(404, stage.answer(get("/consent/my-data.json")).status());
    assertEquals(404, stage.answer(get("/consent/receipt")).status());
  }

  @Test
  @DisplayName("DR-08: no form asks for a paper, a name or a reason")
  void formsAskForNothing() {
    Document page = page(shown("/consent/my-data?lang=fr", token));

    assertEquals(2, page.select("form").size());
    assertEquals(List.of("hidden", "hidden"), page.select("form input").eachAttr("type"));
    assertEquals(List.of("lang", "lang"), page.select("form input").eachAttr("name"));
    assertEquals(0, page.select("textarea, select").size());
  }

  @Test
  @DisplayName("DR-01, DR-02: all that is kept, for people and for machines")
  void everythingIsShown() throws Exception {
    stage.answer(post("/consent/my-data/restrict", "lang=fr", "Cookie", token));

    JsonNode copy = JSON.readTree(shown("/consent/my-data.json", token).body());
    assertEquals(2, copy.size());
    assertEquals("restricted", copy.at("/1/dpv:hasRecordOfActivity/ledger:event").asText());
    assertEquals(2, page(shown("/consent/my-data", token)).select("section dl").size());
  }

  @Test
  @DisplayName("DR-05: restricting and lifting are one click each, and are recorded once")
  void restrictionIsRecorded() {
    for (int i = 0; i < 2; i++) {
      Answer answer = stage.answer(post("/consent/my-data/restrict", "lang=en", "Cookie", token));
      assertEquals(303, answer.status());
      assertTrue(answer.fields().toString().contains("/consent/my-data?lang=en"));
    }
    assertTrue(shown("/consent/my-data?lang=en", token).body().contains("Lift the restriction"));
    stage.answer(post("/consent/my-data/release", "", "Cookie", token));

    assertEquals(
        List.of(Event.GIVEN, Event.RESTRICTED, Event.RELEASED),
        ledger.history(id()).stream().map(e -> e.record().event()).toList());
    assertTrue(standing(token).allows("audience"));
  }

  @Test
  @DisplayName("DR-03: after an erasure nothing is known, nothing is allowed, every cookie goes")
  void erasureEndsEverything() {
    String id = id();
    Answer answer =
        stage.answer(post("/consent/my-data/erase", "lang=en", "Cookie", token + "; _ga=1"));

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("Your records have been erased"));
    List<String> cookies = Stage.cookies(answer);
    assertTrue(cookies.stream().anyMatch(line -> line.startsWith("__Host-consent=;")));
    assertTrue(cookies.stream().anyMatch(line -> line.startsWith("_ga=;")));
    assertEquals(List.of(), ledger.history(id));
    assertEquals(Consent.State.UNDECIDED, standing(token).state());
  }

  @Test
  @DisplayName("DR-09: who erases twice is told once")
  void secondErasureFindsNothing() {
    stage.answer(post("/consent/my-data/erase", "lang=en", "Cookie", token));
    Answer second = stage.answer(post("/consent/my-data/erase", "lang=en", "Cookie", token));

    assertEquals(303, second.status());
  }

  @Test
  @DisplayName("DR-09: nobody is told of an erasure that was none")
  void nothingErasedIsNotSaidToBe() {
    stage.answer(post("/consent/withdraw", "lang=en", "Cookie", token));
    for (String cookies : List.of("", token)) {
      Answer answer = stage.answer(post("/consent/my-data/erase", "lang=en", "Cookie", cookies));

      assertEquals(303, answer.status());
      assertTrue(answer.fields().toString().contains("/consent/my-data?lang=en"), answer::toString);
    }
    String page = shown("/consent/my-data?lang=en", "").body();
    assertTrue(page.contains("Your browser carries no consent"), page);
    assertTrue(page.contains("kept as proof for five years"), page);
  }

  @ParameterizedTest
  @DisplayName("DR-14: rights are exercised by a form of this site only")
  @ValueSource(strings = {"/restrict", "/release", "/erase"})
  void rightsAreProtected(String right) {
    String path = "/consent/my-data" + right;

    assertEquals(405, shown(path, token).status());
    Answer foreign = stage.answer(post(path, "", "Cookie", token, "Sec-Fetch-Site", "cross-site"));
    assertEquals(403, foreign.status());
    assertEquals(
        List.of(Event.GIVEN), ledger.history(id()).stream().map(e -> e.record().event()).toList());
  }

  @ParameterizedTest
  @DisplayName("a ledger that cannot be read: 503 and a sentence, never a 500")
  @ValueSource(strings = {"/consent/receipt", "/consent/my-data", "/consent/my-data.json"})
  void ledgerThatFailsIsSaid(String path) {
    ledger.fail(true);
    Answer answer = shown(path + "?lang=en", token);

    assertEquals(503, answer.status());
    assertTrue(answer.body().contains("not available at the moment"), answer.body());
    assertEquals(200, shown("/consent", token).status());
  }
}
