package dev.weft.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a result comes from.
 *
 * @param cpu name of the processor
 * @param cores that the JVM sees
 * @param os name, version, architecture
 * @param jvm name and version
 * @param flags options of the JVM, without paths
 */
public record Machine(String cpu, int cores, String os, String jvm, List<String> flags) {
  public Machine {
    flags = List.copyOf(flags);
  }

  /** This one. */
  public static Machine here() {
    return new Machine(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> !flag.contains("/"))
            .filter(flag -> !flag.startsWith("--add-exports"))
            .toList());
  }

  /** Linux tells the name of the processor; elsewhere its architecture has to do. */
  private static String cpuName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
