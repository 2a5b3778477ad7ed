package io.github.consentgateway.demo.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tells why a cookie that the application sets does or does not reach the browser. */
@FunctionalInterface
public interface Explanation {

  /**
   * A reason.
   *
   * @param code its name, by which the shop finds a sentence in the visitor's language
   * @param sentence the reason in English, for a code that the shop does not know
   * @param passes whether the cookie may leave, if only for a shorter time
   * @param source the law or the standard behind it
   */
  record Why(String code, String sentence, boolean passes, Optional<URI> source) {

    /** Nobody decided anything. */
    public static final Why NOBODY_ASKED = new Why("NO_GATE", "", true, Optional.empty());
  }

  /**
   * The reason for one field that the application sets.
   *
   * @param header the name that the application gave to the field
   * @param parts what it wrote into the field: the whole text, or name and value and then each
   *     attribute if it gave them one by one
   * @param request the exchange of the visitor for whom it is asked
   */
  Why why(String header, List<String> parts, HttpServletRequest request);
}
