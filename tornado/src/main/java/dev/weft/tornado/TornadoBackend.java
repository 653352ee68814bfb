package dev.weft.tornado;

import dev.weft.kernels.Parallel;
import dev.weft.kernels.Program;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.backend.SignalHandlers;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/**
 * TornadoVM compiles the kernels for the device at hand and runs programs as task graphs.
 *
 * <p>The JVM needs flags for it, those of {@code jvm.args} among them; the launcher {@code weft}
 * gives them where a device of TornadoVM is asked for.
 */
public final class TornadoBackend implements Backend {
  private final String unavailableReason;
  private final List<FoundDevice> found;

  /** Looks for devices; where there are none, the reason is logged. */
  public TornadoBackend() {
    String reason = missingFlag();
    List<FoundDevice> devices = List.of();
    if (reason.isEmpty()) {
      try {
        devices = SignalHandlers.keep(FoundDevice::all);
        reason = devices.isEmpty() ? "TornadoVM finds none; 'weft doctor' tells more" : "";
      } catch (RuntimeException | LinkageError e) {
        reason = Reason.of(e);
      }
    }
    unavailableReason = reason;
    found = devices;
    if (!unavailableReason.isEmpty()) {
      System.getLogger(TornadoBackend.class.getName())
          .log(Level.WARNING, "no device of TornadoVM can be used: {0}", unavailableReason);
    }
  }

  private static String missingFlag() {
    if (ModuleLayer.boot().findModule("tornado.runtime").isEmpty()) {
      return "TornadoVM is not on the JVM's module path; start with the launcher weft, and WEFT_TORNADO=1";
    }
    if (!Parallel.class.getName().equals(System.getProperty("tornado.load.annotation.parallel"))) {
      return "the JVM runs without the flags of tornado/jvm.args; start with the launcher weft";
    }
    if (Boolean.parseBoolean(System.getProperty("tornado.recover.bailout", "true"))) {
      return "-Dtornado.recover.bailout=False is not set, without which failures stay hidden";
    }
    return "";
  }

  @Override
  public String unavailableReason() {
    return unavailableReason;
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

  @Override
  public String autoSkipReason() {
    return "none of its devices is a GPU";
  }

  /** Numbered as {@code tornado --devices} does; GPUs before others. */
  @Override
  public List<Device> devices() {
    return found.stream().map(FoundDevice::describe).toList();
  }

  @Override
  public Session open(Device device, Program program) {
    TornadoDevice own = own(device);
    return new TornadoSession(
        own,
        program,
        CudaGraphs.wanted(own.getTornadoVMBackend(), System.getProperty(CudaGraphs.PROPERTY))
            ? TornadoSession.Mode.CAPTURED
            : TornadoSession.Mode.PLAIN);
  }

  @Override
  public Session openProfiled(Device device, Program program) {
    return new TornadoSession(own(device), program, TornadoSession.Mode.PROFILED);
  }

  private TornadoDevice own(Device device) {
    return found.stream()
        .filter(candidate -> candidate.id().equals(device.id()))
        .findFirst()
        .map(FoundDevice::tornado)
        .orElseThrow(() -> new IllegalArgumentException("not a device of TornadoVM: " + device));
  }

  /** Runs a kernel with a call that TornadoVM cannot compile. */
  @Override
  public Optional<String> provokeFailure(Device device) {
    Program program = Uncompilable.program();
    try (Session session = open(device, program)) {
      session.run(0, program.calls().size());
    } catch (UserException e) {
      return Optional.of(e.getMessage());
    }
    throw new IllegalStateException(
        "TornadoVM runs what it cannot compile, without a word: start it with"
            + " -Dtornado.recover.bailout=False");
  }
}
