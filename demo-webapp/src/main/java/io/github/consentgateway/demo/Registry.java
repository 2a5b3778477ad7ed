package io.github.consentgateway.demo;

import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.PolicyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The file that says which cookies there are and what they are for. */
record Registry(UnaryOperator<ConsentGatewayBuilder> settings, Supplier<ConsentPolicy> read) {
  private static final String BUILT_IN = "consent.yaml";

  /** The file that the person at the terminal named; it is watched for changes. */
  static Registry of(Path file) throws CannotStart {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("--config: there is no file " + file + ".");
    }
    if (!Files.isReadable(file)) {
      throw new CannotStart("--config: the file " + file + " cannot be read.");
    }
    return new Registry(builder -> builder.policy(file), () -> ConsentPolicy.load(file));
  }

  /** The one in the jar. */
  static Registry builtIn() {
    String text = text();
    return new Registry(
        builder -> builder.policy(text, BUILT_IN), () -> ConsentPolicy.parse(text, BUILT_IN));
  }

  private static String text() {
    try (InputStream in = Registry.class.getResourceAsStream("/" + BUILT_IN)) {
      byte[] bytes = Objects.requireNonNull(in, "missing from the jar").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says. */
  ConsentPolicy policy() throws CannotStart {
    try {
      return read.get();
    } catch (PolicyException e) {
      throw new CannotStart(String.join(System.lineSeparator(), e.lines()), e);
    }
  }

  ConsentGatewayBuilder applyTo(ConsentGatewayBuilder builder) {
    return settings.apply(builder);
  }
}
