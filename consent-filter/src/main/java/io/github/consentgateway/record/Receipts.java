package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The visitor's copies of what is recorded: JSON-LD in the terms of the <a
 * href="https://w3id.org/dpv/guides/consent-27560">Data Privacy Vocabulary</a>, in the structure of
 * ISO/IEC TS 27560, and the same text signed (JWS, EdDSA), to be verified with the published keys
 * and nothing else. Thread-safe.
 */
public final class Receipts {

  /** The type of a signed receipt, in the header of its signature. */
  public static final String TYPE = "consent-receipt+jws";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String GDPR = "https://w3id.org/dpv/legal/eu/gdpr#";

  private static final RetentionClass KEPT = RetentionClass.named("CONSENT_PROOF");

  private final Publications shown;
  private final Signer signer;

  /** Receipts under the keys of {@code signer}, which name what was {@code shown}. */
  public Receipts(Publications shown, Signer signer) {
    this.shown = shown;
    this.signer = signer;
  }

  /**
   * The receipt of one record as a compact JWS; its payload is {@link #json}.
   *
   * @throws LedgerException if what was shown with the consent is not there any more: a receipt
   *     without a controller proves nothing
   */
  public String signed(LedgerEntry entry, String consentPage) {
    if (registry(entry.record().notice()).isEmpty()) {
      throw new LedgerException("What was shown with this consent is not there any more");
    }
    return signer.sign(TYPE, json(entry, consentPage));
  }

  /**
   * The receipt of one record.
   *
   * @param consentPage the address at which the consent is shown and withdrawn
   */
  public String json(LedgerEntry entry, String consentPage) {
    JsonNode registry = registry(entry.record().notice());
    ObjectNode receipt = JSON.createObjectNode();
    context(receipt.putObject("@context"));
    receipt.put("@type", "dpv:ConsentReceipt");
    receipt.put("dct:identifier", "receipt-" + entry.record().id());
    receipt.put("dct:conformsTo", "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr");
    receipt.put("dct:publisher", registry.path("controller").path("name").asText());
    receipt.put("schema:recipient", "dpv:DataSubject");
    record(receipt.putObject("dpv:hasRecordOfActivity"), entry, registry, consentPage);
    return text(receipt);
  }

  private static void context(ObjectNode context) {
    context.put("dpv", "https://w3id.org/dpv#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("eu-gdpr", GDPR);
    context.put("loc", "https://w3id.org/dpv/loc#");
    context.put("schema", "https://schema.org/");
    context.put("ledger", "urn:consentgateway:ledger:");
  }

  private static void record(
      ObjectNode out, LedgerEntry entry, JsonNode registry, String consentPage) {
    ConsentRecord record = entry.record();
    out.put("@type", "dpv:ConsentRecord");
    out.put("dct:identifier", record.id());
    out.put("dct:conformsTo", "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr");
    out.put("dpv:hasDataSubject", record.consentId());
    party(out, registry);
    out.put("dpv:hasJurisdiction", "loc:FR").put("dpv:hasApplicableLaw", "eu-gdpr:GDPR");
    ArrayNode processes = out.putArray("dpv:hasProcess");
    new TreeMap<>(record.granted())
        .forEach((id, version) -> process(processes.addObject(), id, version, registry));
    notice(out.putObject("dpv:hasNotice"), record);
    refused(out, record.refused());
    out.put("dpv:hasConsentStatus", status(record.event()));
    out.put("ledger:event", RecordText.name(record.event()));
    out.put("dpv:hasIndicationMethod", "form on the web page, sent by the visitor");
    out.put("dct:date", record.at().toString());
    out.put("dct:valid", record.ends().toString());
    out.put("ledger:globalPrivacyControl", record.gpc());
    out.putObject("dpv:hasStorageCondition")
        .put("dpv:hasDuration", KEPT.period() + " after the end of the consent")
        .put("dpv:hasLocation", "with the controller");
    out.putObject("dpv:hasRight")
        .put("eu-gdpr:A7-3", consentPage)
        .put("dpv:isExercisedAt", consentPage + "/my-data");
    out.putObject("ledger:position")
        .put("chain", entry.chain())
        .put("seq", entry.seq())
        .put("sha256", entry.hash());
  }

  private static void party(ObjectNode out, JsonNode registry) {
    JsonNode controller = registry.path("controller");
    out.putObject("dpv:hasDataController")
        .put("@id", registry.path("site").asText())
        .put("@type", "dpv:DataController")
        .put("dpv:hasName", controller.path("name").asText())
        .put("dpv:hasAddress", controller.path("address").asText())
        .put("dpv:hasContact", controller.path("contact").asText());
    out.put("dpv:hasDataProtectionOfficer", registry.path("dpo").asText());
    out.putObject("dpv:hasAuthority")
        .put("dpv:hasName", registry.path("authority").path("name").asText())
        .put("@id", registry.path("authority").path("url").asText());
  }

  private static void process(ObjectNode out, String id, int version, JsonNode registry) {
    JsonNode purpose = registry.path("purposes").path(id);
    ObjectNode told = out.put("@type", "dpv:Process").putObject("dpv:hasPurpose");
    told.put("dct:identifier", id).put("schema:version", version);
    told.set("dct:title", purpose.path("title"));
    told.set("dct:description", purpose.path("description"));
    out.put("dpv:hasLegalBasis", "eu-gdpr:A6-1-a");
    ArrayNode data = out.putArray("dpv:hasPersonalData");
    for (JsonNode cookie : registry.path("cookies")) {
      if (names(cookie.path("purposes"), id)) {
        data.addObject()
            .put("dct:title", cookie.path("name").asText())
            .put("dpv:hasDuration", cookie.path("lifetime").asText());
      }
    }
    ArrayNode recipients = out.putArray("dpv:hasRecipient");
    for (JsonNode service : registry.path("services")) {
      if (service.path("purpose").asText().equals(id)) {
        recipients
            .addObject()
            .put("dpv:hasName", service.path("provider").asText())
            .put("dpv:hasCountry", "loc:" + service.path("country").asText())
            .put("schema:url", service.path("policyUrl").asText());
      }
    }
  }

  private static boolean names(JsonNode purposes, String id) {
    for (JsonNode purpose : purposes) {
      if (purpose.asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static void notice(ObjectNode out, ConsentRecord record) {
    out.put("@type", "dpv:ConsentNotice");
    out.put("schema:version", record.version());
    out.put("dct:language", record.language());
    out.put("ledger:sha256", record.notice());
  }

  private static void refused(ObjectNode out, Map<String, Integer> refused) {
    ObjectNode told = out.putObject("ledger:refused");
    new TreeMap<>(refused).forEach(told::put);
  }

  private static String status(Event event) {
    return switch (event) {
      case GIVEN -> "dpv:ConsentGiven";
      case WITHDRAWN -> "dpv:ConsentWithdrawn";
      case RENEWED -> "dpv:RenewedConsentGiven";
      case INVALIDATED -> "dpv:ConsentInvalidated";
      case RESTRICTED, RELEASED -> "dpv:ConsentGiven";
    };
  }

  /** The registry that was shown; nothing of it if it is not there any more. */
  private JsonNode registry(String notice) {
    Optional<String> text =
        shown
            .publication(notice)
            .flatMap(known -> known.textOf("registry", ""))
            .flatMap(shown::text);
    try {
      return Json.read(text.orElse("{}"));
    } catch (IllegalArgumentException e) {
      throw new LedgerException("A registry that was shown cannot be read");
    }
  }

  private static String text(ObjectNode receipt) {
    try {
      return JSON.writeValueAsString(receipt).replace(System.lineSeparator(), "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can be written", e);
    }
  }
}
