package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.AccessRight.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rights that are given, as a file says: JSON, {@code {"rights": [{"name": "Marie Durand",
 * "role": "DPO", "reason": "…", "until": "2027-06-30", "archive": true}]}}. A file with any mistake
 * gives nobody any right.
 */
public final class AccessRights {

  private static final List<String> FIELDS = List.of("name", "role", "reason", "until", "archive");

  private final List<AccessRight> rights;

  private AccessRights(List<AccessRight> rights) {
    this.rights = List.copyOf(rights);
  }

  /**
   * Reads the file.
   *
   * @throws LedgerException with all that is wrong with it, or if it is not there
   */
  public static AccessRights read(Path file) {
    List<String> problems = new ArrayList<>();
    List<AccessRight> rights = new ArrayList<>();
    try {
      read(Json.read(Files.readString(file)), file, rights, problems);
    } catch (IllegalArgumentException e) {
      problems.add(file + ": not one complete JSON object");
    } catch (NoSuchFileException e) {
      problems.add(
          file
              + ": is not there; it says who may look into the ledger: {\"rights\": [{\"name\": \"Marie"
              + " Durand\", \"role\": \"DPO\", \"reason\": \"…\", \"until\": \"2027-06-30\"}]}");
    } catch (IOException e) {
      problems.add(file + ": cannot be read; it says who may look into the ledger");
    }
    if (!problems.isEmpty()) {
      throw new LedgerException(String.join(System.lineSeparator(), problems));
    }
    return new AccessRights(rights);
  }

  private static void read(
      JsonNode whole, Path file, List<AccessRight> rights, List<String> problems) {
    if (!whole.path("rights").isArray() || whole.size() != 1) {
      problems.add(file + ": one object with a list \"rights\" and nothing else is required");
    }
    int at = 0;
    for (JsonNode right : whole.path("rights")) {
      read(right, file + ": rights[" + at++ + "]", rights, problems);
    }
  }

  private static void read(
      JsonNode right, String place, List<AccessRight> rights, List<String> problems) {
    String name = right.path("name").asText();
    String reason = right.path("reason").asText();
    if (!AccessRight.isPerson(name)) {
      problems.add(place + ".name: '" + name + "' names nobody; first and last name are required");
    }
    if (reason.isBlank()) {
      problems.add(place + ".reason: is missing; why the person needs it is required");
    }
    if (right.has("archive") && !right.path("archive").isBoolean()) {
      problems.add(place + ".archive: allowed are true and false");
    }
    right.fieldNames().forEachRemaining(field -> known(field, place, problems));
    try {
      Role role = Role.valueOf(right.path("role").asText());
      rights.add(
          new AccessRight(
              name,
              role,
              reason,
              LocalDate.parse(right.path("until").asText()),
              right.path("archive").asBoolean()));
    } catch (IllegalArgumentException e) {
      problems.add(place + ".role: allowed are " + List.of(Role.values()));
    } catch (DateTimeException e) {
      problems.add(place + ".until: a day such as 2027-06-30 is required");
    }
  }

  private static void known(String field, String place, List<String> problems) {
    if (!FIELDS.contains(field)) {
      problems.add(place + "." + field + ": no such field; allowed are " + FIELDS);
    }
  }

  /**
   * The right of a person to do something today.
   *
   * @throws LedgerException if there is none
   */
  public AccessRight require(String name, Operation operation, LocalDate today) {
    return rights.stream()
        .filter(right -> right.name().equals(name))
        .filter(right -> right.allows(operation, today))
        .findAny()
        .orElseThrow(() -> new LedgerException(name + " has no right to " + operation + " today"));
  }
}
