package dev.weft.tornado;

import dev.weft.kernels.Parallel;
import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * TornadoVM compiles the kernels for the device at hand and runs programs as task graphs.
 *
 * <p>The JVM needs flags for it, those of {@code jvm.args} among them; the launcher {@code weft}
 * gives them where a device of TornadoVM is asked for.
 */
public final class TornadoBackend implements Backend {
  private final String obstacle;
  private final List<FoundDevice> found;

  /** Looks for devices; where there are none, the reason is logged. */
  public TornadoBackend() {
    String reason = missingFlag();
    List<FoundDevice> devices = List.of();
    if (reason.isEmpty()) {
      try {
        devices = FoundDevice.all();
        reason = devices.isEmpty() ? "it finds none" : "";
      } catch (RuntimeException | LinkageError e) {
        reason = Reason.of(e);
      }
    }
    obstacle = reason;
    found = devices;
    if (!obstacle.isEmpty()) {
      System.getLogger(TornadoBackend.class.getName())
          .log(Level.WARNING, "no device of TornadoVM can be used: {0}", obstacle);
    }
  }

  private static String missingFlag() {
    if (ModuleLayer.boot().findModule("tornado.runtime").isEmpty()) {
      return "it is not on the JVM's module path";
    }
    if (!Parallel.class.getName().equals(System.getProperty("tornado.load.annotation.parallel"))) {
      return "the JVM runs without the flags of tornado/jvm.args";
    }
    if (Boolean.parseBoolean(System.getProperty("tornado.recover.bailout", "true"))) {
      return "-Dtornado.recover.bailout=False is not set, without which failures stay hidden";
    }
    return "";
  }

  /** Why {@link #devices()} is empty; empty itself where it is not. */
  public String obstacle() {
    return obstacle;
  }

  @Override
  public String name() {
    return "tornado";
  }

  /** Above {@code cpu} where there is a GPU; on a CPU TornadoVM is never chosen unasked. */
  @Override
  public int preference() {
    return found.stream().anyMatch(FoundDevice::isGpu) ? 20 : -1;
  }

  /** {@code tornado}, which is the first one, GPUs before others; then all by their numbers. */
  @Override
  public List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    found.stream().limit(1).forEach(device -> devices.add(device.describe(name())));
    found.forEach(device -> devices.add(device.describe(device.id())));
    return List.copyOf(devices);
  }

  @Override
  public Session open(Device device, Program program) {
    return found.stream()
        .filter(candidate -> device.equals(candidate.describe(device.id())))
        .findFirst()
        .map(candidate -> new TornadoSession(candidate.tornado(), program))
        .orElseThrow(() -> new IllegalArgumentException("not a device of TornadoVM: " + device));
  }
}
