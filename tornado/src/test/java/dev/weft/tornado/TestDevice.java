package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Session;

/** The device that the tests use. */
final class TestDevice {
  private static final TornadoBackend BACKEND = new TornadoBackend();

  private TestDevice() {}

  /** Skips the test where there is no device, or fails it with {@code -Dweft.device.required}. */
  static void require() {
    if (!BACKEND.obstacle().isEmpty()) {
      String reason = "no device of TornadoVM: " + BACKEND.obstacle();
      if (Boolean.getBoolean("weft.device.required")) {
        fail(reason);
      }
      abort(reason);
    }
  }

  static Session open(Program program) {
    return BACKEND.open(BACKEND.devices().getFirst(), program);
  }
}
