package io.github.consentgateway.record;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Real keys, in a directory that goes with the process; records of 2020 and later are sealed. */
final class Keys implements Signer, Sealer {

  private static final Clock LONG_AGO =
      Clock.fixed(Instant.parse("2020-02-01T00:00:00Z"), ZoneOffset.UTC);

  private final SigningKeys file;
  private final EvidenceSealer months = new EvidenceSealer(RecordKeys.passing(LONG_AGO));

  Keys() {
    try {
      Path directory = Files.createTempDirectory("keys");
      directory.toFile().deleteOnExit();
      file = SigningKeys.open(directory.resolve("signing.json"), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String sign(String type, String payload) {
    return file.sign(type, payload);
  }

  @Override
  public Optional<String> verified(String type, String jws) {
    return file.verified(type, jws);
  }

  @Override
  public YearMonth first() {
    return months.first();
  }

  @Override
  public String tag(YearMonth month, String text) {
    return months.tag(month, text);
  }

  @Override
  public byte[] seal(YearMonth month, String tag, byte[] plain) {
    return months.seal(month, tag, plain);
  }

  @Override
  public byte[] open(YearMonth month, String tag, byte[] sealed) {
    return months.open(month, tag, sealed);
  }

  @Override
  public void destroyBefore(YearMonth month) {
    months.destroyBefore(month);
  }

  String publicKeys() {
    return file.publicKeys();
  }
}
