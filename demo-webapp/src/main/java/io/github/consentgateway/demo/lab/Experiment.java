package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.Explanation;
import io.github.consentgateway.demo.gate.Explanation.Why;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * Makes every attempt over a connection of its own to this very server, with the visitor's cookies
 * so that the visitor's choice counts, and compares what the servlet asked for with what came out.
 */
final class Experiment {
  private final Explanation explanation;

  Experiment(Explanation explanation) {
    this.explanation = explanation;
  }

  List<Row> run(HttpServletRequest request) throws IOException {
    Loopback loopback = Loopback.of(request);
    List<Row> rows = new java.util.ArrayList<>();
    for (Attempt attempt : Lab.attempts()) {
      rows.add(row(attempt, loopback.get(attempt.path()), request));
    }
    return rows;
  }

  private Row row(Attempt attempt, RawAnswer answer, HttpServletRequest request) {
    Why why = explanation.why(attempt.header(), attempt.parts(), request);
    return Row.of(attempt, answer.cookies(), why);
  }
}
