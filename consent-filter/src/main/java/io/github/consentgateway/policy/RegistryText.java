package io.github.consentgateway.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registry as the text that is published and kept: JSON in the keys of the policy file, so that
 * it can be read back as one. How the question looks is left out; it is kept as it was shown.
 */
final class RegistryText {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RegistryText() {}

  static String of(Registry registry) {
    ObjectNode file = JSON.createObjectNode();
    file.put("site", registry.site());
    file.putObject("controller")
        .put("name", registry.controller().name())
        .put("address", registry.controller().address())
        .put("contact", registry.controller().contact());
    file.put("dpo", registry.dpo());
    file.putObject("authority")
        .put("name", registry.authority().name())
        .put("url", registry.authority().url().toString());
    file.putObject("policy").put("version", registry.version());
    strings(file.putArray("languages"), registry.languages());
    file.put("bindToConsent", registry.bindToConsent());
    file.put("minors", registry.minors());
    ObjectNode purposes = file.putObject("purposes");
    registry.purposes().all().forEach(purpose -> write(purpose, purposes.putObject(purpose.id())));
    ArrayNode cookies = file.putArray("cookies");
    registry.cookies().forEach(rule -> write(rule, cookies.addObject()));
    ArrayNode services = file.putArray("services");
    registry.services().forEach(service -> write(service, services.addObject()));
    ArrayNode headers = file.putArray("headers");
    registry.headers().forEach(rule -> write(rule, headers.addObject()));
    return text(file);
  }

  private static String text(ObjectNode file) {
    try {
      // Lines end alike on every system: the text is hashed.
      return JSON.writeValueAsString(file).replace(System.lineSeparator(), "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can be written", e);
    }
  }

  private static void write(Purpose purpose, ObjectNode out) {
    out.put("version", purpose.version());
    texts(out.putObject("title"), purpose.title());
    texts(out.putObject("description"), purpose.description());
  }

  private static void texts(ObjectNode out, Map<String, String> texts) {
    new TreeMap<>(texts).forEach(out::put);
  }

  private static void write(CookieRule rule, ObjectNode out) {
    out.put("name", rule.name());
    if (rule.exempt().isEmpty()) {
      strings(out.putArray("purposes"), rule.purposes().stream().sorted().toList());
    }
    put(out, "exempt", rule.exempt().map(ExemptClass::name));
    put(out, "why", rule.why());
    put(out, "override", rule.override());
    out.put("lifetime", rule.lifetime().map(Duration::toString).orElse("session"));
    put(out, "provider", rule.provider());
    put(out, "policyUrl", rule.policyUrl().map(Object::toString));
    out.put("thirdPartyAccess", rule.thirdPartyAccess());
    strings(out.putArray("domains"), rule.domains());
    strings(out.putArray("paths"), rule.paths());
    out.put("partitioned", rule.partitioned());
    rule.audience().ifPresent(audience -> write(audience, out));
  }

  private static void write(CookieRule.Audience audience, ObjectNode out) {
    out.put("firstParty", true).put("sliding", false);
    out.put("dataRetention", audience.dataRetention().toString());
    out.put("reviewedOn", audience.reviewedOn().toString());
  }

  private static void write(Service service, ObjectNode out) {
    out.put("id", service.id());
    out.put("purpose", service.purpose());
    out.put("provider", service.provider());
    strings(out.putArray("hosts"), service.hosts());
    out.put("policyUrl", service.policyUrl().toString());
    out.put("country", service.country());
    put(out, "safeguard", service.safeguard());
  }

  private static void write(HeaderRule rule, ObjectNode out) {
    out.put("name", rule.name());
    strings(out.putArray("purposes"), rule.purposes().stream().sorted().toList());
  }

  private static void put(ObjectNode out, String key, Optional<String> value) {
    value.ifPresent(text -> out.put(key, text));
  }

  private static void strings(ArrayNode out, Collection<String> values) {
    values.forEach(out::add);
  }
}
