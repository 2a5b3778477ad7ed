package io.github.consentgateway.demo.traffic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The numbers of a traffic log that may be shown. Immutable.
 *
 * @param requests all of them; empty if that may not be shown
 * @param tables one for each dimension
 */
public record Figures(OptionalLong requests, List<Table> tables) {

  /** What keeps them from telling of anybody, in a sentence. */
  public static final String RULES =
      "No number is of fewer than ten clients of a day, or of one client that made more than half"
          + " of the requests; what is not shown is put together with the smallest that is, so that"
          + " no total gives it away; and all are rounded down to a multiple of 5, or of 10, 20, 40"
          + " where one client made more.";

  /** A value and how often it was seen, rounded. */
  public record Row(String value, long requests) {}

  /**
   * The numbers of one dimension.
   *
   * @param rest the number of all that is not shown by itself; empty if it may not be shown
   * @param hides whether anything is not shown by itself
   */
  public record Table(Dimension dimension, List<Row> rows, OptionalLong rest, boolean hides) {

    /** The greatest of the rows; empty without any. */
    public Optional<Row> greatest() {
      return rows.stream().max(java.util.Comparator.comparingLong(Row::requests));
    }

    /** The greatest number of the table, the rest included; 1 at least. */
    public long scale() {
      return Math.max(rest.orElse(1), greatest().map(Row::requests).orElse(1L));
    }
  }

  /** The numbers of one dimension. */
  public Table of(Dimension dimension) {
    return tables.stream()
        .filter(table -> table.dimension() == dimension)
        .findAny()
        .orElseThrow(() -> new IllegalStateException("all dimensions are counted"));
  }
}
