package io.github.consentgateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that runs a main class with the class path of the tests. */
public final class ChildJvm {

  private ChildJvm() {}

  /** The process, to be started; {@code arguments} after the options of the machine. */
  public static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** The same, with what it says and what is wrong in one. */
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    return of(main, List.of(), arguments).redirectErrorStream(true);
  }
}
