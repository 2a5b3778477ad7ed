package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes figures of a log, which it reads twice. There is no choice of a span of time: the
 * difference of two spans would be the numbers of a third, which has fewer clients. Confined to one
 * thread.
 */
public final class Statistics {

  private final Map<Dimension, Counts> counts;
  private final Cell all = new Cell();
  private String epoch = "";

  private Statistics(Map<Dimension, Counts> counts) {
    this.counts = counts;
  }

  /**
   * The figures of a log.
   *
   * @param log shows all events each time that it is asked, one day after the other
   */
  public static Figures of(Consumer<Consumer<JsonNode>> log) {
    Statistics first = new Statistics(new EnumMap<>(Dimension.class));
    for (Dimension dimension : Dimension.values()) {
      first.counts.put(dimension, Counts.first(dimension));
    }
    log.accept(first::add);
    Statistics second = new Statistics(new EnumMap<>(first.counts));
    second.counts.replaceAll((dimension, counted) -> counted.again());
    log.accept(second::add);
    return second.figures();
  }

  private void add(JsonNode event) {
    String key = Events.text(event, "epoch");
    String client = Events.text(event, "client.id");
    if (!key.equals(epoch)) {
      epoch = key;
      all.endDay();
    }
    all.add(client);
    counts.forEach((dimension, counted) -> counted.add(dimension.of(event), key, client));
  }

  private Figures figures() {
    boolean known = all.isShowable();
    List<Figures.Table> tables = new ArrayList<>();
    counts.values().forEach(counted -> tables.add(counted.table(known)));
    return new Figures(
        known ? java.util.OptionalLong.of(all.shown()) : java.util.OptionalLong.empty(),
        List.copyOf(tables));
  }
}
