package io.github.consentgateway.cookie;

import io.github.consentgateway.cookie.ParsedCookie.Defect;
import java.util.Optional;

/** Keeps the first defect of parts given one by one. */
final class PartCheck {
  private Optional<Defect> defect = Optional.empty();

  /** Checks the name of a cookie or an attribute. */
  void name(String name) {
    value(name);
    if (name.indexOf('=') >= 0 || !Characters.isTrimmed(name, 0, name.length())) {
      found(Defect.DELIMITER);
    }
  }

  /** Checks a value: a semicolon would start an attribute of its own. */
  void value(String value) {
    if (Characters.union(value) == Characters.CONTROL) {
      found(Defect.CONTROL_CHARACTER);
    }
    if (value.indexOf(';') >= 0) {
      found(Defect.DELIMITER);
    }
  }

  Optional<Defect> defect() {
    return defect;
  }

  private void found(Defect next) {
    defect = defect.or(() -> Optional.of(next));
  }
}
