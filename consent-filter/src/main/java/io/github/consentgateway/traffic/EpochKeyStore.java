package io.github.consentgateway.traffic;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Where the nodes of a site find the wrapped key of a day; the first that is put there counts. */
interface EpochKeyStore {

  /** The time of the store, which all nodes share. */
  Instant now() throws SQLException;

  Optional<byte[]> find(LocalDate day) throws SQLException;

  /** Puts a key there unless there is one. */
  void putIfAbsent(LocalDate day, byte[] wrapped) throws SQLException;

  /** Deletes the keys of all days before this one. */
  void deleteBefore(LocalDate day) throws SQLException;
}
