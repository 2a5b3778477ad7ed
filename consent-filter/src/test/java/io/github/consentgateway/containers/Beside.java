package io.github.consentgateway.containers;

import java.util.EnumSet;
import java.util.Set;

/** What a container of the matrix does with addresses beside the gate's traffic log. */
enum Beside {
  /** An access log of its own. */
  ACCESS_LOG,
  /** It takes the client's address from forwarding fields. */
  FORWARDED;

  static final Set<Beside> NOTHING = EnumSet.noneOf(Beside.class);
}
