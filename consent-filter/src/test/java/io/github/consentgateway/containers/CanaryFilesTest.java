package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server of its own process, with all its files, is sent a canary of its own in every part of
 * requests; then everything that is left of it is searched. What Jetty itself would log is off, as
 * the log of a container is the operator's affair.
 */
@DisplayName(
    "TL-02, TL-12, log test 41: what is sent is in no file, and in nothing that is printed")
class CanaryFilesTest {

  /** In front of each, and nowhere else. */
  private static final String CANARY = "canary9d2e";

  private static final String PRINTED = "sparrow51c7";

  @TempDir private static Path directory;

  /** What there is to be searched, by where it was found. */
  private static final Map<String, String> LEFT = new TreeMap<>();

  private static final List<String> ASKED = new ArrayList<>();
  private static int canaries;

  /** One that no other part of a request has. */
  private static String canary() {
    return CANARY + "x" + canaries++;
  }

  @BeforeAll
  static void ask() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Path log = directory.resolve("log");
    Process process =
        ChildJvm.of(
                CanaryProcess.class,
                List.of("-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp"))),
                data.toString(),
                log.toString())
            .redirectError(directory.resolve("stderr").toFile())
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = String.valueOf(out.readLine());
      assertTrue(first.startsWith("port "), first);
      ask(Integer.parseInt(first.substring(5)));
      keep("while it runs, ");
      process.getOutputStream().close();
      LEFT.put("stdout", String.join("\n", out.lines().toList()));
      assertEquals(0, process.waitFor());
    }
    keep("");
  }

  private static void ask(int port) {
    for (String what : List.of("answer", "fail", "refuse")) {
      for (String method : List.of("GET", "POST", "PUT", canary())) {
        send(port, method, "/app/" + canary(), what);
      }
      send(port, "GET", "/consent/" + canary(), what);
      send(port, "POST", "/consent", what);
      send(port, "POST", "/consent/withdraw", what);
      send(port, "GET", "/" + canary() + "/not-there", what);
    }
    RawClient.send(
        port,
        "GET /app/x HTTP/1.1\r\nHost: localhost\r\nDo: print\r\nPrint: "
            + PRINTED
            + "\r\nConnection: close\r\n\r\n");
    RawClient.send(port, "GET /app/" + canary() + " " + canary() + "\r\n\r\n");
  }

  private static void send(int port, String method, String path, String what) {
    String body =
        "choice=accept&purpose=%s&asked=%s&return=%%2F%s&%s=%s"
            .formatted(canary(), canary(), canary(), canary(), canary());
    String basic =
        Base64.getEncoder()
            .encodeToString((canary() + ":" + canary()).getBytes(StandardCharsets.US_ASCII));
    List<String> fields =
        List.of(
            "Host: " + canary() + ".example",
            "User-Agent: " + canary() + " Firefox/129.0 (" + canary() + ")",
            "Referer: https://" + canary() + ":" + canary() + "@www.example.org/" + canary(),
            "Cookie: " + canary() + "=" + canary() + "; __Host-consent=" + canary(),
            "X-Forwarded-For: 203.0.113.77, " + canary(),
            "Forwarded: for=\"" + canary() + "\";host=" + canary(),
            "Authorization: Basic " + basic,
            "Accept-Language: " + canary() + ", fr;q=0.5",
            "X-Canary: " + canary(),
            canary() + ": " + canary(),
            "Sec-CH-UA: \"" + canary() + "\";v=\"7\"",
            "If-None-Match: \"" + canary() + "\"",
            "Sec-GPC: " + canary(),
            "Do: " + what,
            "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length(),
            "Connection: close");
    ASKED.add(
        method
            + " "
            + path
            + ";"
            + canary()
            + "?q="
            + canary()
            + " HTTP/1.1\r\n"
            + String.join("\r\n", fields)
            + "\r\n\r\n"
            + body);
    assertTrue(!RawClient.send(port, ASKED.get(ASKED.size() - 1)).heads().isEmpty(), path);
  }

  private static void keep(String when) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        LEFT.put(when + directory.relativize(file), text(file));
      }
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static List<String> found(String wanted) {
    return LEFT.entrySet().stream()
        .filter(left -> left.getValue().toLowerCase(Locale.ROOT).contains(wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  @DisplayName("positive control: what the application prints is found, and all files are there")
  void searchFindsWhatIsThere() {
    assertEquals(List.of("stdout"), found(PRINTED));
    assertTrue(!found("sqlite format 3").isEmpty(), "the ledger: " + LEFT.keySet());
    String packed =
        LEFT.keySet().stream().filter(name -> name.endsWith(".gz")).findAny().orElseThrow();
    String log = LEFT.getOrDefault(packed, "");
    assertTrue(log.lines().count() > ASKED.size(), log);
    assertTrue(log.contains("https://www.example.org") && log.contains("Firefox"), log);
    assertTrue(log.contains("\"http.response.status_code\":500"), log);
    assertTrue(log.contains("\"http.response.status_code\":409"), log);
  }

  @Test
  @DisplayName("of hundreds of canaries none is anywhere, nor is the address of who sent them")
  void nothingElseIsThere() {
    assertTrue(canaries > 500, "sent " + canaries);
    assertEquals(List.of(), found(CANARY));
    assertEquals(List.of(), found("203.0.113.77"));
    assertEquals(List.of(), found("127.0.0.1"));
    String octets = new String(new byte[] {127, 0, 0, 1}, StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of(),
        found(octets).stream().filter(name -> name.contains("traffic-")).toList(),
        "in the traffic log");
    String encoded =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), found(encoded.substring(0, 12).toLowerCase(Locale.ROOT)));
  }
}
