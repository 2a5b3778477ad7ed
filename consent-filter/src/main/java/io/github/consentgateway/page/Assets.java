package io.github.consentgateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that pages load from us. Immutable. */
record Assets(Asset banner, Asset page) {

  static Assets ours() {
    return new Assets(stylesheet("consent.css"), stylesheet("pages.css"));
  }

  private static Asset stylesheet(String name) {
    return Asset.of("css", "text/css; charset=utf-8", read(name));
  }

  Optional<Asset> named(String name) {
    return Stream.of(banner, page).filter(asset -> asset.name().equals(name)).findAny();
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
