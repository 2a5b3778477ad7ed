package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Consent;
import java.util.List;

/** A request to one of our own pages, with what is known of the visitor. */
record Visit(
    Generation gate,
    RequestHead request,
    ResponseHead response,
    Consent consent,
    RequestCookies cookies) {

  /** What our own answers need beside deletions: the token, where to go, security fields. */
  private static final int OWN = 1_024;

  /** What deletions may take of the answer's head, beside what outer filters have put there. */
  int room() {
    return HeadBudget.left(response) - OWN;
  }

  /** The value of a field that comes once; empty if it is absent or comes several times. */
  String only(String name) {
    List<String> values = request.fields(name);
    return values.size() == 1 ? values.get(0) : "";
  }
}
