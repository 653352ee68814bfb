package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Backends;

/** Whether tests can use OpenCL. */
final class OpenClDevice {
  private OpenClDevice() {}

  /** Skips the test where there is no device, or fails it with {@code -Dweft.device.required}. */
  static void require() {
    Backend opencl = Backends.load().named("opencl").orElseThrow();
    if (opencl.devices().isEmpty()) {
      String reason = "no device of opencl: " + opencl.unavailableReason();
      if (Boolean.getBoolean("weft.device.required")) {
        fail(reason);
      }
      abort(reason);
    }
  }
}
