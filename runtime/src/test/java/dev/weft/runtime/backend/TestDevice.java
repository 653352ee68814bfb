package dev.weft.runtime.backend;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** The device of a backend that tests use. */
public final class TestDevice {
  private TestDevice() {}

  /**
   * The first device. Where there is none the test is skipped, or fails with {@code
   * -Dweft.device.required=true}.
   */
  public static Device of(Backend backend) {
    if (backend.devices().isEmpty()) {
      String reason = "no device of " + backend.name() + ": " + backend.unavailableReason();
      if (Boolean.getBoolean("weft.device.required")) {
        fail(reason);
      }
      abort(reason);
    }
    return backend.devices().getFirst();
  }
}
