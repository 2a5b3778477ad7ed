package io.github.consentgateway.record;

import java.util.List;
import java.util.Optional;

/** What visitors have been shown so far. */
public interface Publications {

  /** What visitors have been shown so far, the first first; texts left out. */
  List<Publication> publications();

  /** One of them, by the hash of its manifest; texts left out. */
  default Optional<Publication> publication(String hash) {
    return publications().stream().filter(known -> known.hash().equals(hash)).findAny();
  }

  /** A text that was shown, by its SHA-256 in base64url. */
  Optional<String> text(String hash);
}
