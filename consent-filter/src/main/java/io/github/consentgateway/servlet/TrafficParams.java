package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import jakarta.servlet.ServletException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The settings of the traffic log as text. */
record TrafficParams(Function<String, String> params) {

  static final Set<String> KNOWN =
      Set.of("traffic", "trafficKeptFor", "shareTrafficKeys", "trustedProxies", "routes");

  void applyTo(ConsentGatewayBuilder builder) throws ServletException {
    param("traffic").map(Path::of).ifPresent(builder::traffic);
    param("trustedProxies").ifPresent(builder::trustedProxies);
    param("routes").map(TrafficParams::words).ifPresent(builder::routes);
    Optional<String> kept = param("trafficKeptFor");
    if (kept.isPresent()) {
      builder.trafficKeptFor(period(kept.get()));
    }
    Optional<String> shared = param("shareTrafficKeys");
    if (shared.isPresent()) {
      builder.shareTrafficKeys(truth(shared.get()));
    }
  }

  private Optional<String> param(String name) {
    return Optional.ofNullable(params.apply(name));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("[,\\s]+", -1));
  }

  private static Period period(String text) throws ServletException {
    try {
      return Period.parse(text.strip());
    } catch (DateTimeException e) {
      throw new ServletException(
          "trafficKeptFor: '%s'; a period such as P6M is required".formatted(text), e);
    }
  }

  private static boolean truth(String text) throws ServletException {
    if (!text.equals("true") && !text.equals("false")) {
      throw new ServletException(
          "shareTrafficKeys: '%s'; true or false is required".formatted(text));
    }
    return text.equals("true");
  }
}
