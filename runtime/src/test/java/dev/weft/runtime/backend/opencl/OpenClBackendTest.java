package dev.weft.runtime.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.TestDevice;
import dev.weft.runtime.backend.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How OpenCL devices are found and named, and what is said where there are none. */
final class OpenClBackendTest {
  private final OpenClBackend backend = new OpenClBackend();

  @Test
  void isFoundByName() {
    assertTrue(Backends.load().all().stream().anyMatch(OpenClBackend.class::isInstance));
  }

  @Test
  void devicesAreNumberedAndDescribed() {
    TestDevice.of(backend);
    List<Device> devices = backend.devices();
    assertEquals("", backend.unavailableReason());
    assertEquals(devices.size(), devices.stream().map(Device::id).distinct().count());
    for (Device device : devices) {
      Hardware hardware = device.hardware();
      assertTrue(device.id().matches("opencl:\\d+:\\d+"), device::toString);
      assertTrue(hardware.driver().matches(".+, OpenCL \\d\\.\\d"), device::toString);
      assertTrue(hardware.memoryBytes().orElse(0) > 1 << 20, device::toString);
      assertTrue(
          hardware.maxAllocationBytes().orElse(0) <= hardware.memoryBytes().orElse(0),
          device::toString);
      assertTrue(hardware.maxWorkGroup().orElse(0) > 0, device::toString);
      assertTrue(hardware.computeUnits().orElse(0) > 0, device::toString);
      assertTrue(hardware.fp16().isPresent() && hardware.fp64().isPresent(), device::toString);
    }
  }

  @Test
  void onlyAGpuIsChosenUnasked() {
    boolean gpu = backend.devices().stream().anyMatch(device -> device.hardware().isGpu());
    assertEquals(gpu, backend.preference() > 0);
  }

  @Test
  void brokenKernelsAreHeardOf() {
    Device device = TestDevice.of(backend);
    String said = backend.provokeFailure(device).orElseThrow();
    assertTrue(said.contains("undeclared"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void otherDevicesAreRejected() {
    Device other = new Device("opencl:9:9", "none", Hardware.jvm("none", 1));
    Program empty = new Program.Builder().build();
    assertThrows(IllegalArgumentException.class, () -> backend.open(other, empty));
  }

  @Test
  void missingDriverIsNamed(@TempDir Path empty) throws IOException, InterruptedException {
    TestDevice.of(backend);
    String said = obstacleWith("OCL_ICD_VENDORS", empty);
    assertTrue(said.startsWith("no OpenCL driver is installed: install "), said);
  }

  /** As for a user without a home. */
  @Test
  void poclWithoutACacheIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
    TestDevice.of(backend);
    assumeTrue(
        backend.devices().stream()
            .allMatch(device -> device.hardware().driver().startsWith("Portable Computing")));
    Path file = Files.createFile(folder.resolve("no-folder"));
    String said = obstacleWith("POCL_CACHE_DIR", file.resolve("cache"));
    assertTrue(
        said.startsWith(
            "the OpenCL driver Portable Computing Language has no device that can be used: it must"
                + " be able to write its cache, so set POCL_CACHE_DIR"),
        said);
  }

  @Test
  void missingLoaderIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    // Found first, and no libraries.
    Files.createFile(folder.resolve("libOpenCL.so.1"));
    Files.createFile(folder.resolve("libOpenCL.so"));
    String said = obstacleWith("LD_LIBRARY_PATH", folder);
    assertTrue(said.startsWith("the OpenCL loader is missing: install "), said);
  }

  /** What a JVM with an environment variable of its own says, twice the same. */
  private static String obstacleWith(String variable, Path value)
      throws IOException, InterruptedException {
    List<String> lines = TestJvm.run(PrintObstacle.class, Map.of(variable, value.toString()));
    assertEquals(2, lines.size());
    assertEquals(lines.getFirst(), lines.getLast());
    return lines.getFirst();
  }

  /** Started by the tests in a JVM of its own. */
  static final class PrintObstacle {
    public static void main(String[] args) {
      System.out.println(new OpenClBackend().unavailableReason());
      System.out.println(new OpenClBackend().unavailableReason());
    }
  }
}
