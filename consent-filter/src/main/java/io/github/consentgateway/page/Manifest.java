package io.github.consentgateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Service;
import io.github.consentgateway.policy.Sha256;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement of all that visitors are shown, each text by its SHA-256: the proof of how consent
 * was asked for (<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197">CNIL,
 * recommendation 2020-092</a>, article 4). One character more in any text makes another manifest.
 *
 * @param hash the SHA-256 of {@code json} in base64url
 * @param json the manifest
 * @param texts the texts by their hashes
 */
public record Manifest(String hash, String json, Map<String, String> texts) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Copies the texts. */
  public Manifest {
    texts = Map.copyOf(texts);
  }

  /**
   * One text of a manifest.
   *
   * @param kind what it is: {@code registry}, {@code banner}, {@code preferences}, {@code cookies},
   *     {@code banner-style}, {@code page-style}, {@code script}
   * @param language its language; empty if it has none
   * @param type its media type
   */
  record Part(String kind, Optional<String> language, String type, String text) {}

  static Manifest of(ConsentPolicy policy, List<Part> parts) {
    Map<String, String> texts = new LinkedHashMap<>();
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("site", policy.site());
    manifest.put("version", policy.version());
    manifest
        .putObject("controller")
        .put("name", policy.controller().name())
        .put("address", policy.controller().address())
        .put("contact", policy.controller().contact());
    manifest.put("dataProtectionOfficer", policy.dpo());
    manifest
        .putObject("supervisoryAuthority")
        .put("name", policy.authority().name())
        .put("url", policy.authority().url().toString());
    ArrayNode recipients = manifest.putArray("recipients");
    policy.services().forEach(service -> write(service, recipients.addObject()));
    ArrayNode shown = manifest.putArray("texts");
    for (Part part : parts) {
      texts.put(Sha256.name(part.text()), part.text());
      write(part, shown.addObject());
    }
    String json = text(manifest);
    return new Manifest(Sha256.name(json), json, texts);
  }

  private static void write(Service service, ObjectNode out) {
    out.put("name", service.provider()).put("purpose", service.purpose());
    out.put("country", service.country()).put("policy", service.policyUrl().toString());
    service.safeguard().ifPresent(safeguard -> out.put("safeguard", safeguard));
  }

  private static void write(Part part, ObjectNode out) {
    out.put("kind", part.kind());
    part.language().ifPresent(language -> out.put("language", language));
    out.put("type", part.type()).put("sha256", Sha256.name(part.text()));
  }

  private static String text(ObjectNode manifest) {
    try {
      return JSON.writeValueAsString(manifest).replace(System.lineSeparator(), "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can be written", e);
    }
  }
}
