package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Consent;
import java.util.List;

/** A request to one of our own pages, with what is known of the visitor. */
record Visit(Generation gate, RequestHead request, Consent consent, RequestCookies cookies) {

  /** The value of a field that comes once; empty if it is absent or comes several times. */
  String only(String name) {
    List<String> values = request.fields(name);
    return values.size() == 1 ? values.get(0) : "";
  }
}
