package dev.weft.runtime.backend.jvm;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import java.util.List;

/**
 * Runs the device kernels as the Java methods they are, one work-item after the other: where to set
 * a breakpoint in a kernel, and a check of kernels on a machine without a device.
 */
public final class JvmBackend implements Backend {
  @Override
  public String name() {
    return "jvm";
  }

  @Override
  public int preference() {
    return -1;
  }

  @Override
  public List<Device> devices() {
    return List.of(new Device("jvm", "device kernels run as plain Java", Hardware.jvm("Java", 1)));
  }

  @Override
  public Session open(Device device, Program program) {
    return new JvmSession(program);
  }
}
