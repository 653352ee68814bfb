package dev.weft.runtime.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A JVM of a test's own, which has loaded no driver yet. */
public final class TestJvm {
  private TestJvm() {}

  /**
   * Runs a main class of the tests to its end, which must be a good one.
   *
   * @param environment variables to set
   * @return what it printed
   */
  public static List<String> run(Class<?> main, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    java.environment().putAll(environment);
    Process process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertEquals(0, process.waitFor());
    return lines;
  }
}
