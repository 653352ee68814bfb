package dev.weft.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a result comes from.
 *
 * @param cpu name of the processor, with its family and model where the system tells them
 * @param cores that the JVM sees
 * @param os name and architecture
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
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
        "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> !flag.contains("/"))
            .filter(flag -> !flag.startsWith("--add-exports"))
            .toList());
  }

  /** Linux tells which processor it is; elsewhere its architecture has to do. */
  private static String cpuName() {
    try {
      return cpuName(Files.readAllLines(Path.of("/proc/cpuinfo")))
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** Virtual machines often hide all of a name but the maker's; family and model they tell. */
  static Optional<String> cpuName(List<String> cpuinfo) {
    Optional<String> name = field(cpuinfo, "model name");
    Optional<String> family = field(cpuinfo, "cpu family");
    Optional<String> model = field(cpuinfo, "model");
    return family.isPresent() && model.isPresent()
        ? name.map(n -> "%s, family %s, model %s".formatted(n, family.get(), model.get()))
        : name;
  }

  private static Optional<String> field(List<String> cpuinfo, String field) {
    return cpuinfo.stream()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(field))
        .map(parts -> parts[1].strip())
        .findFirst();
  }
}
