package io.github.consentgateway.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The request of a court or an authority to be handed records (privacy policy, title 5.1), and who
 * has approved it. Without all of it nothing is handed over.
 *
 * @param authority who asks
 * @param reference the number of its file
 * @param basis the law that it asks under, by article
 * @param scope what it asks for, in words
 * @param approvers two persons with a right of their own
 */
public record Disclosure(
    String authority, String reference, String basis, String scope, List<AccessRight> approvers) {

  /** Copies the approvers. */
  public Disclosure {
    approvers = List.copyOf(approvers);
  }

  /** All that is missing; empty if records may be handed over. */
  List<String> problems() {
    List<String> missing = new ArrayList<>();
    require(missing, authority, "authority: the name of the court or authority");
    require(missing, reference, "reference: the number of its file");
    require(missing, basis, "basis: the law and article that it asks under");
    require(missing, scope, "scope: what it asks for");
    if (approvers.stream().map(AccessRight::name).distinct().count() < 2) {
      missing.add("approvers: two persons are required");
    }
    return missing;
  }

  private static void require(List<String> missing, String value, String what) {
    if (value.isBlank()) {
      missing.add(what + " is required");
    }
  }
}
