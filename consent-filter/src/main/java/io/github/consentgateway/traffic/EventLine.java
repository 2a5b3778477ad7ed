package io.github.consentgateway.traffic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Method;
import io.github.consentgateway.traffic.TrafficEvent.Network;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes events as members of a JSON object, under the names of OpenTelemetry where it has some,
 * always the same in the same order. Confined to one thread: it remembers the last second.
 */
final class EventLine {

  private static final SerializableString TIME = name("@timestamp");
  private static final SerializableString DATASET = name("event.dataset");
  private static final SerializableString TRAFFIC = name("consentgate.traffic");
  private static final SerializableString EPOCH = name("epoch");
  private static final SerializableString CLIENT = name("client.id");
  private static final SerializableString NET = name("client.net");
  private static final SerializableString NETWORK = name("network.type");
  private static final SerializableString SOURCE = name("client.source");
  private static final SerializableString STATUS = name("pseudonym.status");
  private static final SerializableString METHOD = name("http.request.method");
  private static final SerializableString ROUTE = name("http.route");
  private static final SerializableString PROTOCOL = name("network.protocol.version");
  private static final SerializableString REFERRER = name("http.request.referrer");
  private static final SerializableString BROWSER = name("user_agent.name");
  private static final SerializableString VERSION = name("user_agent.version");
  private static final SerializableString DEVICE = name("device.class");
  private static final SerializableString CODE = name("http.response.status_code");
  private static final SerializableString SIZE = name("http.response.size.log2");
  private static final SerializableString DURATION = name("event.duration.log2ms");
  private static final SerializableString SESSION = name("session.duration.log2s");
  private static final SerializableString CONSENT = name("consent.state");
  private static final SerializableString GPC = name("consent.gpc");
  private static final SerializableString DROPPED = name("cookies.dropped");
  private static final SerializableString SHORTENED = name("cookies.shortened");

  /** What the constants are called in the log. */
  private static final Map<Enum<?>, SerializableString> WORDS = new HashMap<>();

  static {
    words(Network.values());
    words(ClientSource.values());
    words(Device.values());
    words(State.values());
  }

  private Instant second = Instant.EPOCH;
  private SerializableString secondText = name(second.toString());

  private static SerializableString name(String text) {
    return new SerializedString(text);
  }

  private static void words(Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      WORDS.put(constant, name(constant.name().toLowerCase(Locale.ROOT)));
    }
  }

  void write(TrafficEvent event, JsonGenerator out) throws IOException {
    text(out, TIME, time(event.at()));
    text(out, DATASET, TRAFFIC);
    write(out, event.origin());
    write(out, event.asked());
    write(out, event.answered());
    write(out, event.standing());
  }

  /** Many events are of one second. */
  private SerializableString time(Instant at) {
    if (!at.equals(second)) {
      second = at;
      secondText = name(at.toString());
    }
    return secondText;
  }

  private static void write(JsonGenerator out, Origin origin) throws IOException {
    text(out, EPOCH, origin.epoch());
    pseudonym(out, CLIENT, origin.client());
    pseudonym(out, NET, origin.network());
    word(out, NETWORK, origin.type());
    word(out, SOURCE, origin.source());
    text(out, STATUS, status(origin));
  }

  private static String status(Origin origin) {
    if (origin.source() == ClientSource.INVALID) {
      return "invalid";
    }
    return origin.client().isPresent() ? "ok" : "unavailable";
  }

  private static void write(JsonGenerator out, Asked asked) throws IOException {
    text(out, METHOD, asked.method() == Method.OTHER ? "_OTHER" : asked.method().name());
    text(out, ROUTE, asked.route().text());
    text(out, PROTOCOL, asked.protocol().text());
    text(out, REFERRER, asked.referrer().text());
    text(out, BROWSER, asked.browser().name().text());
    if (asked.browser().major() > 0) {
      number(out, VERSION, asked.browser().major());
    } else {
      nothing(out, VERSION);
    }
    word(out, DEVICE, asked.device());
  }

  private static void write(JsonGenerator out, Answered answered) throws IOException {
    number(out, CODE, answered.status());
    number(out, SIZE, answered.size());
    number(out, DURATION, answered.duration());
    number(out, SESSION, answered.session());
  }

  private static void write(JsonGenerator out, Standing standing) throws IOException {
    word(out, CONSENT, standing.state());
    out.writeFieldName(GPC);
    out.writeBoolean(standing.gpc());
    number(out, DROPPED, standing.dropped());
    number(out, SHORTENED, standing.shortened());
  }

  private static void text(JsonGenerator out, SerializableString name, String value)
      throws IOException {
    out.writeFieldName(name);
    out.writeString(value);
  }

  private static void text(JsonGenerator out, SerializableString name, SerializableString value)
      throws IOException {
    out.writeFieldName(name);
    out.writeString(value);
  }

  private static void text(JsonGenerator out, SerializableString name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      text(out, name, value.get());
    } else {
      nothing(out, name);
    }
  }

  private static void pseudonym(
      JsonGenerator out, SerializableString name, Optional<Pseudonym> value) throws IOException {
    if (value.isPresent()) {
      text(out, name, value.get().text());
    } else {
      nothing(out, name);
    }
  }

  private static void word(JsonGenerator out, SerializableString name, Enum<?> constant)
      throws IOException {
    text(out, name, Objects.requireNonNull(WORDS.get(constant)));
  }

  private static void number(JsonGenerator out, SerializableString name, int value)
      throws IOException {
    out.writeFieldName(name);
    out.writeNumber(value);
  }

  private static void number(JsonGenerator out, SerializableString name, OptionalInt value)
      throws IOException {
    if (value.isPresent()) {
      number(out, name, value.getAsInt());
    } else {
      nothing(out, name);
    }
  }

  private static void nothing(JsonGenerator out, SerializableString name) throws IOException {
    out.writeFieldName(name);
    out.writeNull();
  }
}
