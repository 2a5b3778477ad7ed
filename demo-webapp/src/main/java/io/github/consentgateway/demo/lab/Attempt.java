package io.github.consentgateway.demo.lab;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * One way of making a cookie leave.
 *
 * @param id its name in paths and texts
 * @param header the name of the field that is to carry the cookie
 * @param parts what the application asks for: the text of the field, or its parts one by one
 * @param act the code that tries
 */
record Attempt(String id, String header, List<String> parts, Act act) {

  /** What a servlet does to set the cookie. */
  @FunctionalInterface
  interface Act {
    void on(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  static Attempt of(String id, String line, Act act) {
    return new Attempt(id, "Set-Cookie", List.of(line), act);
  }

  /** What the application asks for, as a field would say it. */
  String line() {
    return String.join("; ", parts);
  }

  String path() {
    return Lab.TRY + id;
  }
}
