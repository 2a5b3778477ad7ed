package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Keeps what visitors are shown; what is there already stays as it is. */
record Publishing(Publication publication) implements Change {

  @Override
  public void on(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO consent_publication (hash, version, since, manifest) VALUES (?,?,?,?)"
                + " ON CONFLICT DO NOTHING")) {
      insert.setString(1, publication.hash());
      insert.setString(2, publication.version());
      insert.setLong(3, publication.since().toEpochMilli());
      insert.setString(4, publication.manifest());
      insert.executeUpdate();
    }
    for (Map.Entry<String, String> text : publication.texts().entrySet()) {
      insert(connection, text.getKey(), text.getValue());
    }
  }

  private static void insert(Connection connection, String hash, String content)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO consent_text (hash, content) VALUES (?,?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, hash);
      insert.setString(2, content);
      insert.executeUpdate();
    }
  }
}
