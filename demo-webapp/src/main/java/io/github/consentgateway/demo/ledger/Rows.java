package io.github.consentgateway.demo.ledger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.LedgerEntry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as lines. */
interface Rows {

  void add(LedgerEntry entry);

  /** A JSON object a line. */
  static Rows json(Consumer<String> line) {
    JsonMapper json = new JsonMapper();
    return entry -> {
      ConsentRecord record = entry.record();
      var object = json.createObjectNode();
      object.put("chain", entry.chain()).put("seq", entry.seq()).put("hash", entry.hash());
      object.put("id", record.id()).put("consent", record.consentId());
      object.put("event", record.event().name()).put("at", record.at().toString());
      object.put("ends", record.ends().toString()).put("language", record.language());
      object.put("version", record.version()).put("notice", record.notice());
      object.put("gpc", record.gpc());
      object.set("granted", json.valueToTree(new TreeMap<>(record.granted())));
      object.set("refused", json.valueToTree(new TreeMap<>(record.refused())));
      line.accept(object.toString());
    };
  }

  /** Comma-separated values (RFC 4180), a head line first. */
  static Rows csv(Consumer<String> line) {
    line.accept(
        "chain,seq,hash,id,consent,event,at,ends,language,version,notice,gpc,granted,refused");
    return entry -> {
      ConsentRecord record = entry.record();
      line.accept(
          Stream.of(
                  entry.chain(),
                  entry.seq(),
                  entry.hash(),
                  record.id(),
                  record.consentId(),
                  record.event(),
                  record.at(),
                  record.ends(),
                  record.language(),
                  record.version(),
                  record.notice(),
                  record.gpc(),
                  versions(record.granted()),
                  versions(record.refused()))
              .map(value -> quoted(value.toString()))
              .collect(Collectors.joining(",")));
    };
  }

  private static String versions(Map<String, Integer> versions) {
    return new TreeMap<>(versions)
        .entrySet().stream()
            .map(of -> of.getKey() + ":" + of.getValue())
            .collect(Collectors.joining(" "));
  }

  /** Quoted where it must be; never the beginning of a formula. */
  static String quoted(String value) {
    String safe = value.matches("[=+@\t\r].*") ? "'" + value : value;
    return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
