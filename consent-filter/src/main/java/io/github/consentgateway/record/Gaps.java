package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rows without a content, and the rows that account for them: each gap needs one. */
final class Gaps {

  private static final JsonMapper JSON = new JsonMapper();

  /** The place of a row. */
  record Place(long chain, long seq) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int chains = Long.compare(chain, other.chain);
      return chains != 0 ? chains : Long.compare(seq, other.seq);
    }
  }

  private final TreeSet<Place> blank = new TreeSet<>();
  private final TreeSet<Place> accounted = new TreeSet<>();

  void foundAt(Place place) {
    settle(place, accounted, blank);
  }

  /** What the ledger tells of itself may account for gaps. */
  void read(String content) {
    try {
      JsonNode told = JSON.readTree(content);
      if (told.path("event").asText().equals("erased")) {
        for (JsonNode place : told.path("rows")) {
          long chain = Long.parseUnsignedLong(place.path("chain").asText("0"), 16);
          settle(new Place(chain, place.path("seq").asLong()), blank, accounted);
        }
      }
    } catch (JsonProcessingException | NumberFormatException e) {
      // Its hash holds, so that it was written so: it accounts for nothing.
      return;
    }
  }

  /** A gap and its account may come in either order. */
  private static void settle(Place place, Set<Place> counterpart, Set<Place> own) {
    if (!counterpart.remove(place)) {
      own.add(place);
    }
  }

  /** The first gap that nothing accounts for. */
  Optional<Place> first() {
    return blank.isEmpty() ? Optional.empty() : Optional.of(blank.first());
  }
}
