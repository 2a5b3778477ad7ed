package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the build made, run as its readers will run it. */
class JarIT {
  private static final String JAR = System.getProperty("demo.jar", "");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+/");
  private static final int MILLIS = 10_000;
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir Path directory;

  private static Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(JAVA, "-jar", JAR);
    builder.command().addAll(java.util.List.of(arguments));
    return builder.redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theManifestNamesProgramAndVersion() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertAll(
          () -> assertEquals(Demo.class.getName(), main.getValue(Attributes.Name.MAIN_CLASS)),
          () ->
              assertEquals(
                  System.getProperty("demo.version"),
                  main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
          () -> assertEquals("true", main.getValue("Multi-Release")),
          () -> assertNotNull(jar.getEntry("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")),
          () -> assertNotNull(jar.getEntry("META-INF/LICENSE")));
    }
  }

  @Test
  void theJarTellsItsVersion() throws Exception {
    Process process = start("--version");
    assertEquals("demo-webapp " + System.getProperty("demo.version"), output(process).strip());
    assertEquals(0, process.waitFor());
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    Process process = start("--no-such-option");
    output(process);
    assertEquals(2, process.waitFor());
  }

  @Test
  void servesUntilItIsAskedToStop() throws Exception {
    Process process = start("--port", "0", "--data", directory.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int status = status(address(out) + "fr/");
      process.destroy();
      assertAll(
          () -> assertEquals(200, status),
          () -> assertTrue(process.waitFor(20, TimeUnit.SECONDS), "does not stop"),
          () -> assertEquals(ENDED_BY_SIGTERM, process.exitValue()));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String address(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new IOException("the program ended without an address");
  }

  private static int status(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    return connection.getResponseCode();
  }
}
