package dev.weft.tornado;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/**
 * A device that TornadoVM offers.
 *
 * @param backend index of its driver
 * @param index of the device within the driver
 * @param tornado TornadoVM's handle
 */
record FoundDevice(int backend, int index, TornadoDevice tornado) {

  /**
   * All devices, GPUs first. Starts TornadoVM, for which the JVM needs its flags.
   *
   * @throws UserException if one of TornadoVM's drivers fails, as where it finds a driver of the
   *     system, but no device that works
   */
  static List<FoundDevice> all() {
    TornadoRuntime runtime;
    try {
      runtime = TornadoRuntimeProvider.getTornadoRuntime();
    } catch (TornadoInternalError e) {
      throw new UserException(Reason.of(e), e);
    }
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
    return "tornado:" + backend + ":" + index;
  }

  /** What the user sees of it. */
  Device describe() {
    TornadoTargetDevice target = tornado.getPhysicalDevice();
    Hardware hardware =
        new Hardware(
            type(),
            "TornadoVM %s on %s"
                .formatted(
                    String.valueOf(tornado.getTornadoVMBackend()).toLowerCase(Locale.ROOT),
                    tornado.getPlatformName().strip()),
            OptionalLong.of(target.getDeviceGlobalMemorySize()),
            OptionalLong.of(target.getDeviceMaxAllocationSize()),
            OptionalLong.of(target.getDeviceLocalMemorySize()),
            OptionalInt.of(target.getDeviceMaxComputeUnits()),
            Arrays.stream(target.getDeviceMaxWorkGroupSize()).findFirst(),
            // TornadoVM does not tell either.
            Optional.empty(),
            Optional.empty());
    return new Device(id(), target.getDeviceName().strip(), hardware);
  }

  private Hardware.Type type() {
    return switch (tornado.getDeviceType()) {
      case GPU -> Hardware.Type.GPU;
      case CPU -> Hardware.Type.CPU;
      case ACCELERATOR, FPGA -> Hardware.Type.ACCELERATOR;
      default -> Hardware.Type.OTHER;
    };
  }
}
