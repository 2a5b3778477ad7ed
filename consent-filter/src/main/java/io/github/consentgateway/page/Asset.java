package io.github.consentgateway.page;

import io.github.consentgateway.policy.Sha256;
import java.util.HexFormat;

/**
 * A file that pages load from us, under a name that changes with its text: caches may keep it for
 * ever.
 *
 * @param name a hash and an ending
 * @param type the media type
 * @param text the content
 */
public record Asset(String name, String type, String text) {

  private static final int OCTETS = 8;

  static Asset of(String ending, String type, String text) {
    String hash = HexFormat.of().formatHex(Sha256.of(text), 0, OCTETS);
    return new Asset(hash + "." + ending, type, text);
  }
}
