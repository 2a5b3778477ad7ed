package io.github.consentgateway.gateway;

import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.traffic.TrafficSegments;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;

/** Deletes the traffic log in a directory when it is time. */
record TrafficDisposal(Path directory, Period period) implements Disposal {

  @Override
  public String retentionClass() {
    return "TRAFFIC";
  }

  @Override
  public long deleteThrough(LocalDate day) {
    return TrafficSegments.deleteThrough(directory, day);
  }
}
