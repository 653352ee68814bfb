package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Session;
import dev.weft.runtime.verify.MismatchFolder;
import dev.weft.runtime.verify.Surroundings;
import java.nio.file.Path;

/** The device that the tests use. */
final class TestDevice {
  private static final TornadoBackend BACKEND = new TornadoBackend();

  private TestDevice() {}

  /** Skips the test where there is no device, or fails it with {@code -Dweft.device.required}. */
  static void require() {
    if (!BACKEND.unavailableReason().isEmpty()) {
      String reason = "no device of TornadoVM: " + BACKEND.unavailableReason();
      if (Boolean.getBoolean("weft.device.required")) {
        fail(reason);
      }
      abort(reason);
    }
  }

  static Session open(Program program) {
    return BACKEND.open(device(), program);
  }

  private static Device device() {
    return BACKEND.devices().getFirst();
  }

  /** Where disagreements are kept. */
  static MismatchFolder kept() {
    return new MismatchFolder(Path.of("target/mismatch"), Surroundings.of(BACKEND, device()));
  }
}
