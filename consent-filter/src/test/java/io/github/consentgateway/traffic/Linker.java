package io.github.consentgateway.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says which of many records of a day is most likely of the same visitor as one of the day before
 * (Fellegi and Sunter): what rarely is the same by chance, and mostly is for one visitor, counts
 * most.
 */
final class Linker {

  private final Map<String, Double> staying;
  private final Map<String, Map<String, Double>> shares;

  private Linker(Map<String, Double> staying, Map<String, Map<String, Double>> shares) {
    this.staying = staying;
    this.shares = shares;
  }

  /** One that has seen who was who. */
  static Linker learned(List<LinkedDays> known, Predicate<String> wanted) {
    Map<String, Double> staying = new HashMap<>();
    Map<String, Map<String, Double>> shares = new HashMap<>();
    double one = 1.0 / known.size();
    for (LinkedDays visitor : known) {
      visitor
          .first(wanted)
          .forEach(
              (field, value) -> {
                String next = visitor.second().getOrDefault(field, "");
                staying.merge(field, value.equals(next) ? one : 0, Double::sum);
                shares.computeIfAbsent(field, f -> new HashMap<>()).merge(next, one, Double::sum);
              });
    }
    return new Linker(staying, shares);
  }

  /** What it says that two of a field are the same, and are this. */
  private double agreed(String field, String value, double least) {
    double stays = staying(field, least);
    double share = shares.getOrDefault(field, Map.of()).getOrDefault(value, least);
    return Math.log((stays + (1 - stays) * share) / share);
  }

  /** What it says that they are not, where two of any visitors are the same by chance. */
  private double other(String field, double least) {
    double chance =
        shares.getOrDefault(field, Map.of()).values().stream()
            .mapToDouble(share -> share * share)
            .sum();
    return Math.log((1 - staying(field, least)) / (1 - Math.min(1 - least, chance)));
  }

  private double staying(String field, double least) {
    return Math.min(1 - least, Math.max(least, staying.getOrDefault(field, 0.0)));
  }

  /** A field of all records of two days, its values as numbers, and what it says if they agree. */
  private static final class Column {
    private final int[] first;
    private final int[] second;
    private final double[] agreed;
    private final double other;

    Column(int[] first, int[] second, double[] agreed, double other) {
      this.first = first;
      this.second = second;
      this.agreed = agreed;
      this.other = other;
    }

    /** What is the same for all, or for nobody, says nothing. */
    boolean tells() {
      Set<Integer> values = IntStream.of(second).boxed().collect(Collectors.toSet());
      return values.size() > 1 && IntStream.of(first).anyMatch(values::contains);
    }

    void addTo(double[] scores, int visitor) {
      int wanted = first[visitor];
      for (int i = 0; i < scores.length; i++) {
        scores[i] += second[i] == wanted ? agreed[wanted] : other;
      }
    }
  }

  private Column column(String field, List<LinkedDays> played) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] first = numbered(played.stream().map(LinkedDays::first), field, numbers);
    int[] second = numbered(played.stream().map(LinkedDays::second), field, numbers);
    double least = 0.5 / played.size();
    double[] agreed =
        numbers.keySet().stream().mapToDouble(value -> agreed(field, value, least)).toArray();
    return new Column(first, second, agreed, other(field, least));
  }

  private static int[] numbered(
      Stream<Map<String, String>> records, String field, Map<String, Integer> numbers) {
    return records
        .map(record -> record.getOrDefault(field, ""))
        .mapToInt(value -> numbers.computeIfAbsent(value, unused -> numbers.size()))
        .toArray();
  }

  /**
   * Of so many visitors, the share that is found among all: of several who are alike, each as
   * often.
   */
  double rightLinks(List<LinkedDays> played, int asked) {
    List<Column> columns =
        staying.keySet().stream()
            .map(field -> column(field, played))
            .filter(Column::tells)
            .toList();
    double[] scores = new double[played.size()];
    double right = 0;
    for (int i = 0; i < asked; i++) {
      Arrays.fill(scores, 0);
      int visitor = i;
      columns.forEach(column -> column.addTo(scores, visitor));
      right += share(scores, visitor);
    }
    return right / asked;
  }

  private static double share(double[] scores, int wanted) {
    double best = Double.NEGATIVE_INFINITY;
    int ties = 0;
    for (double score : scores) {
      if (score > best) {
        best = score;
        ties = 0;
      }
      ties += score == best ? 1 : 0;
    }
    return scores[wanted] == best ? 1.0 / ties : 0;
  }
}
