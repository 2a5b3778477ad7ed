package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.base64Url;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadKeyFileTest {

  private static final String K1 = base64Url(Fixtures.KEY.secret().getEncoded());
  private static final String K2 = base64Url(Fixtures.OTHER_KEY.secret().getEncoded());

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("keys.jwks");
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private List<String> problems() {
    KeyFileException refusal =
        assertThrows(KeyFileException.class, () -> KeyFile.open(file, clock));
    assertEquals(String.join(System.lineSeparator(), refusal.problems()), refusal.getMessage());
    return refusal.problems().stream().map(p -> p.replace(file + ": ", "")).toList();
  }

  private static String set(String... members) {
    return "{\"keys\":[" + String.join(",", members) + "]}";
  }

  private static String member(String kid, String k) {
    return "{\"kty\":\"oct\",\"alg\":\"HS256\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(kid, k);
  }

  @Test
  void takesTheSetThatTheOthersAreMadeFrom() throws IOException {
    write(
        set(member("a", K1), member("b", K2).replace("}", ",\"iat\":1795392000,\"use\":\"sig\"}")));

    KeyFile keys = KeyFile.open(file, clock);

    assertEquals(2, keys.ring().keys().size());
    assertEquals("a", keys.ring().signing().kid());
    keys.rotate();
    assertEquals(
        List.of("a", "b"), keys.ring().keys().subList(1, 3).stream().map(TokenKey::kid).toList());
  }

  @ParameterizedTest
  @MethodSource
  void refusesEachKindOfBadSetInOneSentence(String expected, String content) throws IOException {
    write(content);

    assertEquals(List.of(expected), problems());
  }

  static Stream<Arguments> refusesEachKindOfBadSetInOneSentence() {
    String none = "\"keys\": an array of 1 to 64 keys is required";
    String json = ": not one complete JSON object without duplicates";
    String text = "keys[0].k: the key is readable text; only random bytes are allowed";
    String regular = "keys[0].k: the key repeats itself; only random bytes are allowed";
    String example =
        "keys[0].k: the key is a published example; only a key of one's own is allowed";
    String format = "keys[0].k: not base64url; at least 43 of A-Z a-z 0-9 _ - are required";
    return Stream.of(
        argumentSet("empty", none, ""),
        argumentSet("no keys", none, "{}"),
        argumentSet("empty keys", none, set()),
        argumentSet("keys is an object", none, "{\"keys\":{\"a\":1}}"),
        argumentSet(
            "65 keys", none, set(Stream.generate(() -> "{}").limit(65).toArray(String[]::new))),
        argumentSet(
            "half-written", "line 1, column 45" + json, set(member("a", K1)).substring(0, 44)),
        argumentSet("not JSON", "line 1, column 1" + json, "keys=" + K1),
        argumentSet("two objects", "line 1, column 99" + json, set(member("a", K1)) + "{}"),
        argumentSet(
            "a member twice",
            "line 1, column 28" + json,
            "{\"keys\":[{\"kty\":\"oct\",\"kty\":\"oct\"}]}"),
        argumentSet(
            "8-byte key",
            "keys[0].k: the key has 64 bits; at least 256 random bits are allowed",
            set(member("a", "AAECAwQFBgc"))),
        argumentSet(
            "31-byte key",
            "keys[0].k: the key has 248 bits; at least 256 random bits are allowed",
            set(member("a", base64Url(new byte[31])))),
        argumentSet("all zero", regular, set(member("a", base64Url(new byte[32])))),
        argumentSet("counted", regular, set(member("a", base64Url(counted())))),
        argumentSet("a password", text, set(member("a", base64Url("changeit".repeat(4))))),
        argumentSet(
            "jwt.io", text, set(member("a", base64Url("your-256-bit-secret-your-256-bit-secret")))),
        argumentSet("hexadecimal", text, set(member("a", base64Url("0123456789abcdef".repeat(4))))),
        argumentSet(
            "RFC 7515",
            example,
            set(
                member(
                    "a",
                    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75"
                        + "aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))),
        argumentSet(
            "RFC 7520", example, set(member("a", "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg"))),
        argumentSet("padded key", format, set(member("a", K1 + "="))),
        argumentSet(
            "no key",
            "keys[0].k: the key has 0 bits; at least 256 random bits are allowed",
            set(member("a", "").replace(",\"k\":\"\"", ""))),
        argumentSet(
            "same kid",
            "keys[1].kid: the same as before; each key has a kid of its own",
            set(member("a", K1), member("a", K2))),
        argumentSet(
            "no kid",
            "keys[0].kid: missing or malformed; 1 to 64 of A-Z a-z 0-9 _ - are required",
            set(member("", K1))),
        argumentSet(
            "RSA", "keys[0].kty: \"oct\" is required", set(member("a", K1).replace("oct", "RSA"))),
        argumentSet(
            "HS512",
            "keys[0].alg: \"HS256\" is required",
            set(member("a", K1).replace("HS256", "HS512"))),
        argumentSet(
            "odd date",
            "keys[0].iat: not a number; seconds since 1970 are allowed",
            set(member("a", K1).replace("}", ",\"iat\":\"today\"}"))));
  }

  private static byte[] counted() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 5 - 100);
    }
    return bytes;
  }

  @Test
  void namesAllProblemsAtOnce() throws IOException {
    write(set(member("a", "AAAA"), member("a", K1), "7", member("b b", K2)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertEquals(
        List.of("mode", "keys[0].k", "keys[1].kid", "keys[2].kty", "keys[2].alg"),
        problems().stream().map(p -> p.split("[: ]", 2)[0]).limit(5).toList());
    assertEquals(8, problems().size());
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rw-------x"})
  void refusesAFileThatOthersGetAt(String mode) throws IOException {
    write(set(member("a", K1)));
    String nine = mode.substring(0, 8) + mode.substring(mode.length() - 1);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(nine));

    assertEquals(
        List.of("mode " + nine + " lets others at the keys; rw------- (0600) is allowed"),
        problems());
  }

  @Test
  void refusesAFileAbove64KiB() throws IOException {
    write(" ".repeat(65_536) + set(member("a", K1)));

    assertTrue(problems().get(0).startsWith("the file is larger than the 64 KiB"));
  }

  @Test
  void neverQuotesAKey() throws IOException {
    for (String content :
        List.of(
            set(member("a", K1)) + "]", member("a", K1).substring(4), set(member("a", K1 + "+")))) {
      write(content);

      assertFalse(String.join(" ", problems()).contains(K1.substring(0, 6)));
    }
  }
}
