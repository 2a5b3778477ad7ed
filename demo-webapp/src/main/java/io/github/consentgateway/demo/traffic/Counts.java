package io.github.consentgateway.demo.traffic;

import io.github.consentgateway.demo.traffic.Figures.Row;
import io.github.consentgateway.demo.traffic.Figures.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How often each value of a dimension was seen. It is counted twice: first each value by itself, up
 * to 10 000 of them, then those that may be shown by themselves and all others together. Confined
 * to one thread.
 */
final class Counts {

  private static final int MOST_VALUES = 10_000;

  private final Dimension dimension;
  private final Predicate<String> apart;
  private final Map<String, Cell> cells = new TreeMap<>();
  private final Cell others = new Cell();
  private String epoch = "";

  private Counts(Dimension dimension, Predicate<String> apart) {
    this.dimension = dimension;
    this.apart = apart;
  }

  /** Each value by itself. */
  static Counts first(Dimension dimension) {
    return new Counts(dimension, value -> true);
  }

  /** The same again: by itself only what may be shown by itself, by what is counted here. */
  Counts again() {
    var showable =
        cells.entrySet().stream()
            .filter(cell -> cell.getValue().isShowable())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Counts(dimension, showable::contains);
  }

  /**
   * Counts an event.
   *
   * @param key the key that the client's name was made with; of another key, other names
   */
  void add(String value, String key, String client) {
    if (!key.equals(epoch)) {
      epoch = key;
      cells.values().forEach(Cell::endDay);
      others.endDay();
    }
    cell(value).add(client);
  }

  private Cell cell(String value) {
    Cell known = cells.get(value);
    if (known != null) {
      return known;
    }
    if (cells.size() >= MOST_VALUES || !apart.test(value)) {
      return others;
    }
    Cell begun = new Cell();
    cells.put(value, begun);
    return begun;
  }

  /**
   * What may be shown. If the total is known, what is not shown must not follow from it: then it is
   * put together with the smallest that is shown, and the next, until that may be shown.
   */
  Table table(boolean totalIsKnown) {
    Map<String, Cell> shown = new TreeMap<>();
    Cell few = new Cell();
    few.add(others);
    cells.forEach(
        (value, cell) -> {
          if (cell.isShowable()) {
            shown.put(value, cell);
          } else {
            few.add(cell);
          }
        });
    if (totalIsKnown && !few.isEmpty()) {
      cover(few, shown);
    }
    return new Table(dimension, rows(shown), rest(few), !few.isEmpty());
  }

  private void cover(Cell few, Map<String, Cell> shown) {
    while (!few.isShowable() && !shown.isEmpty()) {
      Optional<Map.Entry<String, Cell>> smallest =
          shown.entrySet().stream()
              .filter(cell -> !dimension.isTold(cell.getKey()))
              .min(Comparator.comparingLong(cell -> cell.getValue().events()));
      if (smallest.isPresent()) {
        few.add(smallest.get().getValue());
        shown.remove(smallest.get().getKey());
      } else {
        // What another table tells as well covers nothing: the whole table becomes one number.
        shown.values().forEach(few::add);
        shown.clear();
      }
    }
  }

  private List<Row> rows(Map<String, Cell> shown) {
    List<Row> rows = new ArrayList<>();
    shown.forEach((value, cell) -> rows.add(new Row(value, cell.shown())));
    rows.sort(dimension.order());
    return List.copyOf(rows);
  }

  private static OptionalLong rest(Cell few) {
    return few.isShowable() ? OptionalLong.of(few.shown()) : OptionalLong.empty();
  }
}
