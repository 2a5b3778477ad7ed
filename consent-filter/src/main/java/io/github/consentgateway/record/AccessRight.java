package io.github.consentgateway.record;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * The right of one person to look into the ledger, for a reason and for a time. Nobody shares one
 * (privacy policy, title 5.1).
 *
 * @param name the person's first and last name
 * @param role the service that the person works for
 * @param reason why the person needs it
 * @param until the last day on which it holds
 * @param archive whether it reaches records of consents that are over
 */
public record AccessRight(String name, Role role, String reason, LocalDate until, boolean archive) {

  private static final Set<String> GENERIC =
      Set.of(
          "admin",
          "administrateur",
          "administrator",
          "root",
          "support",
          "service",
          "system",
          "test",
          "user",
          "utilisateur",
          "guest",
          "dpo",
          "team",
          "equipe",
          "équipe",
          "compte",
          "account");

  /** What can be done with the ledger. */
  public enum Operation {
    /** Verify that it is whole: no record is shown. */
    VERIFY,
    /** See the records of one consent. */
    SHOW,
    /** Take a copy of all records. */
    EXPORT,
    /** See records of consents that are over as well. */
    ARCHIVE,
    /** Count whom something may have concerned: no record is shown. */
    COUNT,
    /** Hand records over to a court or an authority; two persons are needed. */
    DISCLOSE,
    /** Delete what is over its time. */
    PURGE,
    /** Hold a class, or end a hold. */
    HOLD,
    /** Print the register of processings. */
    REGISTER,
    /** See who has looked into the ledger. */
    JOURNAL
  }

  /** The services of the privacy policy and what each may do; nothing that is not written here. */
  public enum Role {
    CLIENT,
    SUPPORT,
    ADMINISTRATION,
    ACCOUNTING,
    TECHNICAL,
    MARKETING,
    COMMERCIAL,
    DPO;

    /** Whether somebody of this service may do that. */
    public boolean may(Operation operation) {
      return switch (this) {
        case DPO -> true;
        case TECHNICAL ->
            operation == Operation.VERIFY
                || operation == Operation.PURGE
                || operation == Operation.COUNT;
        case ADMINISTRATION -> operation == Operation.REGISTER;
        case CLIENT, SUPPORT, ACCOUNTING, MARKETING, COMMERCIAL -> false;
      };
    }
  }

  /** Whether it is a right to do that on this day. */
  boolean allows(Operation operation, LocalDate day) {
    boolean reaches = archive || operation != Operation.ARCHIVE;
    return !day.isAfter(until) && role.may(operation) && reaches;
  }

  /** Whether the name is that of one person: two words, none of them a function's. */
  static boolean isPerson(String name) {
    String[] words = name.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (words.length < 2) {
      return false;
    }
    for (String word : words) {
      if (GENERIC.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
