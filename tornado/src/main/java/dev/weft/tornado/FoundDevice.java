package dev.weft.tornado;

import dev.weft.runtime.backend.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/**
 * A device that TornadoVM offers.
 *
 * @param backend index of its driver
 * @param index of the device within the driver
 * @param tornado TornadoVM's handle
 */
record FoundDevice(int backend, int index, TornadoDevice tornado) {

  /** All devices, GPUs first. Starts TornadoVM, for which the JVM needs its flags. */
  static List<FoundDevice> all() {
    TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
    List<FoundDevice> found = new ArrayList<>();
    for (int b = 0; b < runtime.getNumBackends(); b++) {
      TornadoBackend backend = runtime.getBackend(b);
      for (int d = 0; d < backend.getNumDevices(); d++) {
        found.add(new FoundDevice(b, d, backend.getDevice(d)));
      }
    }
    found.sort(Comparator.comparing(FoundDevice::isGpu).reversed());
    return found;
  }

  boolean isGpu() {
    return tornado.getDeviceType() == TornadoDeviceType.GPU;
  }

  /** {@code tornado:BACKEND:DEVICE}, numbered as {@code tornado --devices} does. */
  String id() {
    return "tornado:%d:%d".formatted(backend, index);
  }

  /** What the user sees of it, under the name {@code id}. */
  Device describe(String id) {
    TornadoTargetDevice hardware = tornado.getPhysicalDevice();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("number", backend + ":" + index);
    properties.put("type", tornado.getDeviceType().name().toLowerCase(Locale.ROOT));
    properties.put(
        "driver", tornado.getTornadoVMBackend() + ", " + tornado.getPlatformName().strip());
    properties.put("memory", (hardware.getDeviceGlobalMemorySize() >> 20) + " MiB");
    properties.put("compute units", String.valueOf(hardware.getDeviceMaxComputeUnits()));
    properties.put("local memory", (hardware.getDeviceLocalMemorySize() >> 10) + " KiB");
    return new Device(id, hardware.getDeviceName().strip(), properties);
  }
}
