package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.backend.Device;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  void devicesAreNumberedAndTheFirstHasAShortName() {
    List<Device> devices = backend().devices();
    assertEquals("tornado", devices.getFirst().id());
    assertTrue(devices.stream().skip(1).allMatch(d -> d.id().matches("tornado:\\d+:\\d+")));
    assertEquals(devices.size(), devices.stream().map(Device::id).distinct().count());
    assertEquals(devices.get(1).name(), devices.getFirst().name());
    assertEquals(devices.get(1).properties(), devices.getFirst().properties());
    for (Device device : devices) {
      Set<String> properties = device.properties().keySet();
      assertTrue(
          properties.containsAll(Set.of("driver", "memory", "compute units", "local memory")),
          () -> device.toString());
    }
  }

  @Test
  void onlyAGpuIsChosenUnasked() {
    boolean gpu =
        backend().devices().stream()
            .anyMatch(device -> "gpu".equals(device.properties().get("type")));
    assertEquals(gpu, backend().preference() > 0);
    assertEquals(gpu, Backends.load().choose("auto").backend().name().equals("tornado"));
  }

  @Test
  void otherDevicesAreRejected() {
    Device device = new Device("tornado:9:9", "none", Map.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> backend().open(device, new Program.Builder().build()));
  }
}
