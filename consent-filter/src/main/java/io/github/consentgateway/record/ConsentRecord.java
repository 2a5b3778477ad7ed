package io.github.consentgateway.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;

/**
 * One event in the life of a consent, after the event section of <a
 * href="https://www.iso.org/standard/80392.html">ISO/IEC TS 27560:2023</a>. It holds no address, no
 * browser and no account: the visitor is a random identifier (GDPR article 5(1)(c), article 11).
 *
 * @param id a random name of this record, 128 bits in base64url; minted once, so that a repetition
 *     is known as one
 * @param consentId the random identifier in the visitor's token
 * @param event what happened
 * @param at when, to the millisecond
 * @param notice the SHA-256, in base64url, of the manifest of all that was shown
 * @param version the version of the privacy policy
 * @param language the language of the text shown, as a BCP 47 tag
 * @param granted the version of each purpose that is accepted from now on, by purpose id
 * @param refused the version of each purpose that is declined from now on, by purpose id
 * @param gpc whether the browser sent {@code Sec-GPC: 1}
 * @param ends the first instant at which the consent no longer stands
 */
public record ConsentRecord(
    String id,
    String consentId,
    Event event,
    Instant at,
    String notice,
    String version,
    String language,
    Map<String, Integer> granted,
    Map<String, Integer> refused,
    boolean gpc,
    Instant ends) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  /** What can happen to a consent that was once given. */
  public enum Event {
    /** The visitor accepted at least one purpose. */
    GIVEN,
    /** The visitor took back all of it, or a part; what is left is a consent of its own. */
    WITHDRAWN,
    /** The visitor chose anew and lost nothing; the new choice is a consent of its own. */
    RENEWED,
    /** The record was kept, but its token never left: nobody was told in time. */
    INVALIDATED,
    /** The visitor wants the record kept and not used (GDPR article 18). */
    RESTRICTED,
    /** The visitor has ended a restriction. */
    RELEASED;

    /** Whether a consent is over after this event. */
    public boolean isEnd() {
      return this == WITHDRAWN || this == RENEWED || this == INVALIDATED;
    }
  }

  /** Copies the maps and cuts the time to milliseconds. */
  public ConsentRecord {
    granted = Map.copyOf(granted);
    refused = Map.copyOf(refused);
    at = at.truncatedTo(ChronoUnit.MILLIS);
    ends = ends.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A new random name for a record; it does not begin with a hyphen. */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    String id = "-";
    while (id.startsWith("-")) {
      RANDOM.nextBytes(bytes);
      id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    return id;
  }

  /** What happens to the same consent next, under a name of its own. */
  public ConsentRecord followedBy(Event next, Instant when) {
    return new ConsentRecord(
        newId(),
        consentId,
        next,
        when,
        notice,
        version,
        language,
        next.isEnd() ? Map.of() : granted,
        next.isEnd() ? Map.of() : refused,
        gpc,
        ends);
  }

  /** Tells event and time only: an identifier is nobody's business in a log. */
  @Override
  public String toString() {
    return "ConsentRecord[" + event + " " + at + "]";
  }
}
