package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @ValueSource(ints = {8191, 8192, 8193, 1_048_576})
  void bodyIsBoundedAtEightKibibytes(int length) throws IOException {
    Body body = Body.read(Stage.post("/consent", "a=" + "b".repeat(length - 2)).body());
    assertEquals(length > 8192, body.tooLong());
    assertEquals(Math.min(length, 8193), body.text().length());
  }

  @ParameterizedTest
  @DisplayName("a body is read to its end, so that the connection serves on, but for 2 MiB at most")
  @CsvSource({"8193, 0", "2000000, 0", "4194304, 2088959"})
  void restIsReadWithinABound(int length, int left) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[length]);
    assertTrue(Body.read(in).tooLong());
    assertEquals(left, in.available());
  }

  @ParameterizedTest
  @DisplayName("what may be said once is not said twice")
  @CsvSource({
    "choice=refuse&choice=refuse, false",
    "choice=save&lang=fr&lang=en, false",
    "choice=save&return=/&return=/, false",
    "choice=save&asked=a%3A1&asked=a%3A1, false",
    "choice=save&_csrf=1&_csrf=2, true",
    "choice=save&purpose=a&purpose=b, true",
  })
  void formIsClear(String text, boolean clear) throws IOException {
    assertEquals(clear, read(Stage.post("/consent", text)).isPresent());
  }

  private static Optional<Form> read(Stage.Asked request) throws IOException {
    return Form.of(request, Body.read(request.body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/json", ""})
  void otherTypesAreNoForm(String type) throws IOException {
    var request =
        new Stage.Asked("POST", "/consent", List.of(Map.entry("Content-Type", type)), "a=b");
    assertTrue(read(request).isEmpty());
  }

  @Test
  void typeMayCarryParameters() throws IOException {
    var type = Map.entry("Content-Type", "Application/X-WWW-form-urlencoded; charset=UTF-8");
    assertTrue(read(new Stage.Asked("POST", "/", List.of(type), "a=b")).isPresent());
  }
}
