package io.github.consentgateway.record;

import java.time.LocalDate;
import java.time.Period;

/**
 * How the data of one class are deleted. An application gives one for each class that it keeps
 * itself, and the same schedule, holds and certificates serve for all.
 */
public interface Disposal {

  /** The name of the class, one of {@link RetentionClass#SCHEDULE}. */
  String retentionClass();

  /** How long they are kept: as the schedule says, or shorter, or longer where it may be. */
  default Period period() {
    return RetentionClass.named(retentionClass()).period();
  }

  /**
   * Deletes everything whose period began on {@code day} or before. To do it again does no harm: a
   * run may have been cut off at any point.
   *
   * @return how many items were deleted
   */
  long deleteThrough(LocalDate day);
}
