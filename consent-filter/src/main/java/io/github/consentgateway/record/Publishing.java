package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Keeps what visitors are shown; what is there already stays as it is. */
record Publishing(Publication publication) implements Change {

  @Override
  public void on(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_publication (hash, number, version, since, manifest)"
            + " SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ? FROM consent_publication"
            + " WHERE true ON CONFLICT DO NOTHING",
        publication.hash(),
        publication.version(),
        publication.since().toEpochMilli(),
        publication.manifest());
    for (Map.Entry<String, String> text : publication.texts().entrySet()) {
      Sql.update(
          connection,
          "INSERT INTO consent_text (hash, content) VALUES (?,?) ON CONFLICT DO NOTHING",
          text.getKey(),
          text.getValue());
    }
  }
}
