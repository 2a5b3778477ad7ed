package io.github.consentgateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files that pages load from us. Immutable. */
record Assets(Asset stylesheet) {

  static Assets ours() {
    return new Assets(Asset.of("css", "text/css; charset=utf-8", read("consent.css")));
  }

  Optional<Asset> named(String name) {
    return List.of(stylesheet).stream().filter(asset -> asset.name().equals(name)).findAny();
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
