package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import java.util.List;

/** What a decision does to the browser's cookies, in the order in which it is sent. */
record Outcome(List<SetCookie> cookies) {

  Answer redirect(String location) {
    Answer answer = Answer.seeOther(location);
    for (SetCookie cookie : cookies) {
      answer = answer.with("Set-Cookie", cookie.text());
    }
    return answer;
  }
}
