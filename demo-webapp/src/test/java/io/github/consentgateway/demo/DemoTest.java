package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DemoTest {
  @TempDir Path directory;

  private record Run(int exit, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Demo.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Run(commandLine.execute(arguments), out.toString(), err.toString());
  }

  private static void assertOneSentence(String sentence, Run run) {
    assertAll(
        () -> assertEquals(2, run.exit()),
        () -> assertEquals(sentence, run.err().strip()),
        () -> assertEquals("", run.out()));
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      int port = taken.getLocalPort();
      Run run = run("--without-gateway", "--port", Integer.toString(port));
      assertOneSentence(
          "Port "
              + port
              + " is already in use: stop the other program or choose another by --port"
              + " (0 takes any).",
          run);
    }
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    Path absent = directory.resolve("absent.yaml");
    assertOneSentence(
        "--config: there is no file " + absent + ".",
        run("--port", "0", "--data", directory.toString(), "--config", absent.toString()));
  }

  @Test
  void saysThatADirectoryIsNoRegistry() {
    assertOneSentence(
        "--config: there is no file " + directory + ".",
        run("--port", "0", "--data", directory.toString(), "--config", directory.toString()));
  }

  @Test
  void saysWhereTheRegistryIsWrong() throws Exception {
    Path wrong =
        Files.writeString(directory.resolve("wrong.yaml"), "sight: here\npurposes: none\n");
    Run run = run("--port", "0", "--data", directory.toString(), "--config", wrong.toString());
    assertAll(
        () -> assertEquals(2, run.exit()),
        () -> assertTrue(run.err().contains("wrong.yaml:1:"), run.err()),
        () -> assertTrue(run.err().contains("wrong.yaml:2:"), run.err()),
        () -> assertFalse(run.err().contains("Exception"), run.err()));
  }

  @Test
  void saysThatTheDataDirectoryIsAFile() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertOneSentence(
        "--data: " + file + " is a file, not a directory.",
        run("--port", "0", "--data", file.toString()));
  }

  @Test
  void saysThatTheDataDirectoryCannotBeWrittenTo() throws Exception {
    Path below = Files.createFile(directory.resolve("file")).resolve("below");
    assertOneSentence(
        "--data: the directory " + below + " cannot be written to.",
        run("--port", "0", "--data", below.toString()));
  }

  @Test
  void makesADataDirectoryForItsOwnerOnly() throws Exception {
    Path made = DataDirectory.writable(directory.resolve("data"));
    assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(made));
  }

  @Test
  void saysThatTheHostIsUnknown() {
    assertOneSentence(
        "--host: there is no machine named no-such-host.invalid.",
        run("--without-gateway", "--port", "0", "--host", "no-such-host.invalid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "", "99999999999"})
  void refusesAPortThatIsNone(String port) {
    Run run = run("--port", port);
    assertAll(
        () -> assertEquals(2, run.exit()),
        () -> assertTrue(run.err().contains("--port"), run.err()));
  }

  @Test
  void refusesAnOptionThatItDoesNotKnow() {
    Run run = run("--prot", "8080");
    assertAll(
        () -> assertEquals(2, run.exit()),
        () -> assertTrue(run.err().contains("'--prot'"), run.err()));
  }

  @Test
  void helpsWithEveryOptionAndWithExamples() {
    Run run = run("--help");
    assertAll(
        () -> assertEquals(0, run.exit()),
        () -> assertTrue(run.out().contains("--port=N"), run.out()),
        () -> assertTrue(run.out().contains("--host=NAME"), run.out()),
        () -> assertTrue(run.out().contains("--config=FILE"), run.out()),
        () -> assertTrue(run.out().contains("--data=DIR"), run.out()),
        () -> assertTrue(run.out().contains("--without-gateway"), run.out()),
        () -> assertTrue(run.out().contains("java -jar demo-webapp.jar --port 0"), run.out()));
  }

  @Test
  void writesNoColoursWhenNobodyLooks() {
    assertFalse(run("--help").out().contains("\u001b"));
  }

  @Test
  void tellsItsVersion() {
    Run run = run("--version");
    assertAll(
        () -> assertEquals(0, run.exit()),
        () -> assertTrue(run.out().startsWith("demo-webapp "), run.out()));
  }
}
