package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the gateway says to its script. */
class ScriptedTest {

  private final Stage stage = new Stage();

  private static JsonNode json(Answer answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  @DisplayName("a form that the script sends is answered by the standing, in the form's language")
  void scriptStaysOnItsPage() throws IOException {
    Answer answer =
        stage.answer(
            post("/consent", "choice=save&purpose=chat&lang=en", "Accept", "application/json"));

    assertEquals(200, answer.status());
    assertEquals(1, Stage.cookies(answer).size());
    JsonNode state = json(answer).get("state");
    assertTrue(state.get("decided").booleanValue());
    assertEquals("[\"chat\"]", state.get("granted").toString());
    assertEquals("[\"audience\"]", state.get("denied").toString());
    assertEquals("2026-11-22", state.get("revision").textValue());
    assertEquals("2026-11-23", state.get("time").textValue());
    assertEquals("2027-05-22T00:00:00Z", state.get("expires").textValue());
    assertEquals(
        "Your choice of 23 November 2026 is in force. Purposes accepted: Live chat.",
        json(answer).get("said").asText());
  }

  @Test
  @DisplayName("the consent identifier is not told to scripts")
  void identifierIsNotTold() throws IOException {
    Answer state = stage.answer(get("/consent/state", "Cookie", stage.tokenFor("chat")));
    List<String> names =
        json(state).get("state").properties().stream().map(Map.Entry::getKey).toList();

    assertEquals(
        List.of("decided", "granted", "denied", "revision", "time", "expires", "gpc"), names);
  }

  @Test
  void stateIsForNobodyElse() throws IOException {
    Answer undecided = stage.answer(get("/consent/state?lang=fr"));

    assertFalse(json(undecided).get("state").get("decided").booleanValue());
    assertEquals("", json(undecided).get("state").get("time").textValue());
    assertTrue(undecided.fields().stream().anyMatch(f -> f.getValue().equals("no-store")));
    assertTrue(undecided.fields().stream().anyMatch(f -> f.getValue().equals("nosniff")));
    assertEquals(405, stage.answer(post("/consent/state", "")).status());
  }

  @Test
  @DisplayName("a refused request is no success for the script either")
  void refusalIsTold() {
    Answer foreign =
        stage.answer(
            post(
                "/consent",
                "choice=accept",
                "Accept",
                "application/json",
                "Sec-Fetch-Site",
                "cross-site"));

    assertEquals(403, foreign.status());
    assertEquals(List.of(), Stage.cookies(foreign));
  }

  @Test
  @DisplayName("withdrawing by script tells the new standing")
  void withdrawalIsTold() throws IOException {
    Answer answer =
        stage.answer(
            post(
                "/consent/withdraw",
                "lang=fr",
                "Cookie",
                stage.tokenFor("chat"),
                "Accept",
                "application/json"));

    assertEquals("[]", json(answer).get("state").get("granted").toString());
    assertTrue(
        json(answer).get("said").asText().startsWith("Consentement retiré. Vous avez refusé"));
  }
}
