package io.github.consentgateway.demo.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Tells why a cookie that the application sets does or does not reach the browser. */
@FunctionalInterface
public interface Explanation {

  /**
   * A reason in words.
   *
   * @param text one sentence; empty if there is nothing to say
   * @param source the law or the standard behind it
   */
  record Why(String text, Optional<URI> source) {

    /** The reason of someone who has none to give. */
    public static final Why UNSAID = new Why("", Optional.empty());
  }

  /** The reason for {@code setCookieLine}, the value of a field, in the exchange of a request. */
  Why why(String setCookieLine, HttpServletRequest request);
}
