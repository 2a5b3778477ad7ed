package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the ledger tells of itself: the rows that have lost their content in due form, and where the
 * access journal ended. Each row without a content needs one that accounts for it.
 */
final class OwnRows {

  private final TreeSet<Place> blank = new TreeSet<>();
  private final TreeSet<Place> accounted = new TreeSet<>();
  private final Map<Long, SeenAccess> accesses = new TreeMap<>();

  /** A row without a content is there. */
  void gapAt(Place place) {
    settle(place, accounted, blank);
  }

  void read(String content) {
    try {
      JsonNode told = Json.read(content);
      if (told.path("event").asText().equals("erased")) {
        told.path("rows").forEach(this::account);
      }
      if (told.has("journal")) {
        see(told.path("journal"));
      }
    } catch (IllegalArgumentException e) {
      // Its hash holds, so that it was written so: it tells nothing.
      return;
    }
  }

  private void account(JsonNode place) {
    settle(
        new Place(Json.chain(place.path("chain")), place.path("seq").asLong()), blank, accounted);
  }

  private void see(JsonNode entry) {
    long id = entry.path("id").asLong(-1);
    accesses.put(id, new SeenAccess(id, Json.hash(entry.path("hash"))));
  }

  /** A gap and its account may come in either order. */
  private static void settle(Place place, Set<Place> counterpart, Set<Place> own) {
    if (!counterpart.remove(place)) {
      own.add(place);
    }
  }

  /** The first gap that nothing accounts for. */
  Optional<Place> firstGap() {
    return blank.isEmpty() ? Optional.empty() : Optional.of(blank.first());
  }

  /** What was erased, and was not seen without its content. */
  Set<Place> erasedElsewhere() {
    return accounted;
  }

  /** The entries of the access journal that were there, in their order. */
  List<SeenAccess> accesses() {
    return List.copyOf(accesses.values());
  }
}
