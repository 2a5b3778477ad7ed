package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @Test
  void fieldsAreDecodedInOrder() {
    Form form = Form.parse("purpose=a&purpose=b+c&x=%C3%A9&bare&=nameless&").orElseThrow();
    assertEquals(List.of("a", "b c"), form.all("purpose"));
    assertEquals(Optional.of("é"), form.first("x"));
    assertEquals(Optional.of(""), form.first("bare"));
    assertEquals(List.of(), form.all("absent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=a"})
  void badEscapeIsNoForm(String text) {
    assertTrue(Form.parse(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {8191, 8192, 8193})
  void bodyIsBoundedAtEightKibibytes(int length) throws IOException {
    String body = "a=" + "b".repeat(length - 2);
    assertEquals(length <= 8192, Form.read(Stage.post("/consent", body)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/json", ""})
  void otherTypesAreNoForm(String type) throws IOException {
    var request =
        new Stage.Asked("POST", "/consent", List.of(Map.entry("Content-Type", type)), "a=b");
    assertTrue(Form.read(request).isEmpty());
  }

  @Test
  void typeMayCarryParameters() throws IOException {
    var type = Map.entry("Content-Type", "Application/X-WWW-form-urlencoded; charset=UTF-8");
    assertTrue(Form.read(new Stage.Asked("POST", "/", List.of(type), "a=b")).isPresent());
  }
}
