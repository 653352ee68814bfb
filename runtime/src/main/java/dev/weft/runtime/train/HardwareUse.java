package dev.weft.runtime.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What this process has used of its machine.
 *
 * @param cpuNanos processor time of all its threads since its start
 * @param machineCpu share of all cores that was busy since last asked, 0..1; negative where the
 *     system does not tell
 * @param memoryBytes memory it holds; 0 where the system does not tell
 * @param heapBytes of it, Java objects, garbage included
 */
record HardwareUse(long cpuNanos, double machineCpu, long memoryBytes, long heapBytes) {
  private static final int KIB = 1024;

  static HardwareUse now() {
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    long memory = status("VmRSS").orElse(0);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      double machine = system.getCpuLoad();
      return new HardwareUse(
          system.getProcessCpuTime(), Double.isNaN(machine) ? -1 : machine, memory, heap);
    }
    return new HardwareUse(0, -1, memory, heap);
  }

  /** Bytes that the system tells of this process under {@code name}: on Linux only. */
  static OptionalLong status(String name) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
