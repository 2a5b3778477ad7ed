package io.github.consentgateway.traffic;

import java.time.Instant;

/** Is told when a key begins and when it is destroyed; never of the key itself. */
@FunctionalInterface
interface KeyJournal {

  /** What can happen to a key. */
  enum Event {
    CREATED,
    DESTROYED
  }

  /**
   * Notes what happened.
   *
   * @param epoch the day, and the beginning of the commitment to its key
   */
  void note(Event event, String epoch, Instant at);
}
