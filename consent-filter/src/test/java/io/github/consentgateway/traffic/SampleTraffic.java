package io.github.consentgateway.traffic;

import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Method;
import io.github.consentgateway.traffic.TrafficEvent.Network;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficEvent.Protocol;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Events of which nothing matters but that they are there, and the keys of one process. */
final class SampleTraffic {

  /** Signs with keys that this process alone has. */
  static final SegmentSigner SIGNER = signer(SigningKeys.random());

  private SampleTraffic() {}

  /** Signs with keys in a file, which another process can verify by. */
  static SegmentSigner signer(Path keys) {
    return signer(SigningKeys.open(keys, java.time.Clock.systemUTC()));
  }

  private static SegmentSigner signer(SigningKeys keys) {
    return new SegmentSigner() {
      @Override
      public String sign(String payload) {
        return keys.sign("t+jws", payload);
      }

      @Override
      public Optional<String> verified(String jws) {
        return keys.verified("t+jws", jws);
      }
    };
  }

  static TrafficEvent event(Instant at) {
    return new TrafficEvent(
        at,
        new Origin(
            Optional.of("2026-11-27#00000000"),
            Optional.empty(),
            Optional.empty(),
            Network.IPV4,
            ClientSource.DIRECT),
        new Asked(
            Method.GET,
            Route.of("/shop/*"),
            Protocol.HTTP_1_1,
            Referrer.NONE,
            Browser.OTHER,
            Device.OTHER),
        Answered.of(200, OptionalLong.of(1_000), Duration.ofMillis(7), Optional.empty()),
        new Standing(State.UNDECIDED, false, 1, 0));
  }
}
