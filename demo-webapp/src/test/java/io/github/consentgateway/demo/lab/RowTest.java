package io.github.consentgateway.demo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.demo.gate.Explanation.Why;
import io.github.consentgateway.demo.lab.Row.Outcome;
import io.github.consentgateway.demo.lab.Row.Received;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          _ga=1; Max-Age=63072000 | _ga=1; Max-Age=63072000          | PASSED
          _ga=1; Max-Age=63072000 | _ga=1; max-age=63071999          | SHORTENED
          _ga=1; Max-Age=63072000 | ''                               | BLOCKED
          _ga=1; Max-Age=63072000 | _ga=; Max-Age=0                  | BLOCKED
          _ga=1; Max-Age=63072000 | __Host-consent-ages=x; Max-Age=9 | BLOCKED
          _ga=1; Max-Age=0        | _ga=; Max-Age=0                  | PASSED
          cart_hint=2; Path=/     | cart_hint=2; Path=/              | PASSED
          cart_hint=2; Path=/     | cart_hint=; Max-Age=0            | BLOCKED
          5                       | 5                                | PASSED
          5                       | x=5                              | BLOCKED
          """)
  void comparesWhatWasAskedWithWhatCame(String asked, String came, Outcome outcome) {
    Attempt attempt = Attempt.of("add-header", asked, (request, response) -> {});
    List<Received> received =
        Stream.of(came)
            .filter(text -> !text.isEmpty())
            .map(text -> new Received("200", "Set-Cookie: " + text))
            .toList();
    assertEquals(outcome, Row.of(attempt, received, Why.NOBODY_ASKED).outcome());
  }
}
