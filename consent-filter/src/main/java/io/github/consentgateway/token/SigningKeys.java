package io.github.consentgateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The keys that sign what others verify: receipts, heads of the ledger, certificates. Ed25519 (<a
 * href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037</a>) in a JWK Set file with the same
 * custody as {@link KeyFile}; created with one key (mode 0600) when absent. The first key signs.
 * Thread-safe.
 */
public final class SigningKeys {

  private static final int LONGEST = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<PrivateFile> file;
  private final Clock clock;
  private volatile List<SigningKey> keys;

  private SigningKeys(Optional<PrivateFile> file, Clock clock, List<SigningKey> keys) {
    this.file = file;
    this.clock = clock;
    this.keys = keys;
  }

  /**
   * Opens the file, creating it and its directory if absent.
   *
   * @param clock dates new keys
   * @throws KeyFileException if the file cannot be used, with all its problems
   */
  public static SigningKeys open(Path path, Clock clock) {
    PrivateFile file = new PrivateFile(path);
    try {
      if (!Files.exists(path)) {
        file.createIfAbsent(json(List.of(SigningKey.random(clock.instant())), true));
      }
      return new SigningKeys(Optional.of(file), clock, load(file));
    } catch (IOException e) {
      throw new KeyFileException(List.of(path + ": cannot be used; a readable file is required"));
    }
  }

  /** One key that lives as long as this process. For tests and trials. */
  public static SigningKeys random() {
    Clock clock = Clock.systemUTC();
    return new SigningKeys(Optional.empty(), clock, List.of(SigningKey.random(clock.instant())));
  }

  private static List<SigningKey> load(PrivateFile file) throws IOException {
    List<String> problems = new ArrayList<>();
    List<SigningKey> keys = read(file.read(problems), problems);
    if (problems.isEmpty() && (keys.isEmpty() || keys.get(0).secret().isEmpty())) {
      problems.add("keys[0]: a key with \"d\" is required, which signs");
    }
    if (!problems.isEmpty()) {
      throw new KeyFileException(problems.stream().map(p -> file.path() + ": " + p).toList());
    }
    return keys;
  }

  private static List<SigningKey> read(byte[] text, List<String> problems) {
    List<SigningKey> keys = new ArrayList<>();
    try {
      JsonNode members = JSON.readTree(new String(text, StandardCharsets.UTF_8)).path("keys");
      for (int i = 0; i < members.size(); i++) {
        SigningKey.read(members.get(i), "keys[" + i + "]", problems).ifPresent(keys::add);
      }
    } catch (JsonProcessingException e) {
      problems.add("content: not one complete JSON object");
    }
    return List.copyOf(keys);
  }

  private static byte[] json(List<SigningKey> keys, boolean whole) {
    BiConsumer<SigningKey, ObjectNode> write =
        whole ? SigningKey::writeWhole : SigningKey::writeOpen;
    ObjectNode set = JSON.createObjectNode();
    var members = set.putArray("keys");
    keys.forEach(key -> write.accept(key, members.addObject()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(set);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can be written", e);
    }
  }

  /** The public keys as a JWK Set, for whoever verifies. */
  public String publicKeys() {
    return new String(json(keys, false), StandardCharsets.UTF_8);
  }

  /** A compact JWS over {@code payload}, with {@code type} as its {@code typ}. */
  public String sign(String type, String payload) {
    SigningKey key = keys.get(0);
    return Jwts.builder()
        .header()
        .type(type)
        .keyId(key.kid())
        .and()
        // With its type, so that it is read back as it is and not as the claims of a JWT.
        .content(payload.getBytes(StandardCharsets.UTF_8), "application/json")
        .signWith(key.secret().orElseThrow(), Jwts.SIG.EdDSA)
        .compact();
  }

  /** The payload of a JWS of this type that one of the keys has signed; empty for any other. */
  public Optional<String> verified(String type, String jws) {
    if (jws.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Jws<byte[]> read =
          Jwts.parser()
              .keyLocator(header -> key(String.valueOf(header.get("kid"))))
              .build()
              .parseSignedContent(jws);
      boolean typed = type.equals(read.getHeader().getType());
      return typed
          ? Optional.of(new String(read.getPayload(), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Key key(String kid) {
    return keys.stream()
        .filter(key -> key.kid().equals(kid))
        .findAny()
        .map(SigningKey::open)
        .orElseThrow(() -> new UnsupportedJwtException("no such key"));
  }

  /**
   * Puts a new key in front. The others verify for ever, and their private halves are gone.
   *
   * @throws KeyFileException if the file cannot be used or written; nothing has changed then
   */
  public synchronized void rotate() {
    try {
      keys = file.isPresent() ? file.get().alone(() -> rotated(file.get())) : rotated(keys);
    } catch (IOException e) {
      throw new KeyFileException(List.of(this + ": cannot be written"));
    }
  }

  private List<SigningKey> rotated(PrivateFile kept) throws IOException {
    List<SigningKey> rotated = rotated(load(kept));
    kept.replace(json(rotated, true));
    return rotated;
  }

  private List<SigningKey> rotated(List<SigningKey> old) {
    List<SigningKey> rotated = new ArrayList<>(List.of(SigningKey.random(clock.instant())));
    old.forEach(key -> rotated.add(key.retired()));
    return List.copyOf(rotated);
  }

  private List<SigningKey> kept() throws IOException {
    return file.isPresent() ? load(file.get()) : keys;
  }

  /** Takes over the file's keys if another node has changed them. */
  public synchronized boolean refresh() {
    try {
      List<SigningKey> read = kept();
      boolean changed = !read.equals(keys);
      keys = changed ? read : keys;
      return changed;
    } catch (IOException | KeyFileException e) {
      return false;
    }
  }

  /** Names the file and shows nothing of its keys. */
  @Override
  public String toString() {
    return "SigningKeys["
        + file.map(PrivateFile::path).map(Object::toString).orElse("random")
        + "]";
  }
}
