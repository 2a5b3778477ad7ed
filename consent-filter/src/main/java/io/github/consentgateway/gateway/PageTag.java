package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.ConsentPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mark of a visitor's standing in the entity tag of a page. The application's tag says nothing
 * of what the gate has put into the page, so the gate adds it, and takes it off again when the
 * browser asks whether its copy is still good (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>).
 */
record PageTag(String mark) {

  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern MARKED = Pattern.compile("W/\"([^\"]*)-consent-([ws])([0-9a-f]+)\"");
  private static final int LONGEST = 2_048;

  /** The mark for this visitor, for pages of this edition: wording, look and files. */
  static PageTag of(Visit visit, String edition) {
    ConsentPolicy policy = visit.gate().policy();
    int standing =
        Objects.hash(
            edition,
            policy.fingerprint(),
            policy.version(),
            policy.purposes(),
            policy.controller(),
            visit.consent().state(),
            visit.consent().granted(),
            visit.consent().signalled(),
            visit.consent().choice().map(Choice::decidedOn),
            visit.consent().objects(),
            visit.consent().missed(policy.version()),
            Languages.of(visit, Optional.empty()));
    return new PageTag(Integer.toHexString(standing));
  }

  /**
   * The tag of the page with what the gate puts in; weak, since octets differ from visit to visit.
   */
  String marked(String tag) {
    Matcher parts = TAG.matcher(tag);
    return parts.matches()
        ? "W/\"%s-consent-%s%s\""
            .formatted(parts.group(2), parts.group(1) == null ? "s" : "w", mark)
        : tag;
  }

  /** The application's own tags of pages made for this very standing; empty if there are none. */
  List<String> known(List<String> fields) {
    List<String> known =
        fields.stream()
            .filter(field -> field.length() <= LONGEST)
            .flatMap(field -> MARKED.matcher(field).results())
            .filter(result -> result.group(3).equals(mark))
            .map(result -> (result.group(2).equals("w") ? "W/" : "") + '"' + result.group(1) + '"')
            .toList();
    return known.isEmpty() ? List.of() : Stream.of(String.join(", ", known)).toList();
  }
}
