package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the devices of TornadoVM are found and named. */
final class TornadoBackendTest {
  @BeforeAll
  static void requireDevice() {
    TestDevice.require();
  }

  private static Backend backend() {
    return Backends.load().all().stream()
        .filter(backend -> backend.name().equals("tornado"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void devicesAreNumberedAndDescribed() {
    List<Device> devices = backend().devices();
    assertEquals(devices.size(), devices.stream().map(Device::id).distinct().count());
    for (Device device : devices) {
      Hardware hardware = device.hardware();
      assertTrue(device.id().matches("tornado:\\d+:\\d+"), device::toString);
      assertTrue(hardware.memoryBytes().orElse(0) > 1 << 20, device::toString);
      assertTrue(hardware.maxWorkGroup().orElse(0) > 0, device::toString);
      assertTrue(hardware.computeUnits().orElse(0) > 0, device::toString);
    }
  }

  @Test
  void onlyAGpuIsChosenUnasked() {
    boolean gpu = backend().devices().stream().anyMatch(device -> device.hardware().isGpu());
    assertEquals(gpu, backend().preference() > 0);
    assertEquals(gpu, Backends.load().choose("auto").backend().name().equals("tornado"));
  }

  @Test
  void brokenKernelsAreHeardOf() {
    String said = backend().provokeFailure(backend().devices().getFirst()).orElseThrow();
    assertTrue(said.contains("uncompilableFloor"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void otherDevicesAreRejected() {
    Device device = new Device("tornado:9:9", "none", Hardware.jvm("none", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> backend().open(device, new Program.Builder().build()));
  }
}
