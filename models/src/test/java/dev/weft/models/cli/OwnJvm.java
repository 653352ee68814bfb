package dev.weft.models.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Weft in a JVM of its own. */
final class OwnJvm {
  private OwnJvm() {}

  /** The command line of {@code weft} with {@code args}, in a JVM with {@code options}. */
  static List<String> command(List<String> options, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(args));
    return command;
  }
}
