package io.github.consentgateway.page;

import io.github.consentgateway.policy.Banner;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that pages load from us, for one look. Immutable.
 *
 * @param banner the style of the question
 * @param page the style of the gateway's own pages
 * @param script what spares a visitor who runs scripts a reload
 */
record Assets(Asset banner, Asset page, Asset script) {

  static Assets of(Banner banner) {
    return new Assets(
        stylesheet(Stylesheet.ofBanner(banner)),
        stylesheet(Stylesheet.ofPages(banner.theme())),
        Asset.of("js", "text/javascript; charset=utf-8", Source.script("consent.js")));
  }

  private static Asset stylesheet(String text) {
    return Asset.of("css", "text/css; charset=utf-8", text);
  }

  Optional<Asset> named(String name) {
    return Stream.of(banner, page, script).filter(asset -> asset.name().equals(name)).findAny();
  }
}
