package io.github.consentgateway.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The purposes of a policy, each with the bit that stands for it in a mask. */
final class PurposeTable {

  /** Far above what a visitor can weigh, and well inside the 64 bits of a mask. */
  static final int MOST = 32;

  private static final long NOBODYS = 1L << MOST;

  /** Stands for what needs no consent as long as the visitor does not object. */
  static final long UNLESS_OBJECTED = NOBODYS << 1;

  private final List<Purpose> purposes;
  private final Map<String, Integer> bits = new HashMap<>();

  PurposeTable(List<Purpose> purposes) {
    this.purposes = List.copyOf(purposes);
    for (int i = 0; i < this.purposes.size(); i++) {
      bits.put(this.purposes.get(i).id(), i);
    }
  }

  List<Purpose> all() {
    return purposes;
  }

  /** The bit of a purpose; that of no purpose, which is never granted, if there is no such one. */
  long bit(String id) {
    Integer bit = bits.get(id);
    return bit == null ? NOBODYS : 1L << bit;
  }

  /** The bits of several purposes. */
  long mask(Collection<String> ids) {
    long mask = 0;
    for (String id : ids) {
      mask |= bit(id);
    }
    return mask;
  }
}
