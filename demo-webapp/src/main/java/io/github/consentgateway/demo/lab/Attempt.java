package io.github.consentgateway.demo.lab;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One way of making a cookie leave.
 *
 * @param id its name in paths and texts
 * @param header the name of the field that is to carry the cookie
 * @param line what the application asks for, as a field would say it
 * @param act the code that tries
 */
record Attempt(String id, String header, String line, Act act) {

  /** What a servlet does to set the cookie. */
  @FunctionalInterface
  interface Act {
    void on(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  static Attempt of(String id, String line, Act act) {
    return new Attempt(id, "Set-Cookie", line, act);
  }

  String path() {
    return Lab.TRY + id;
  }
}
