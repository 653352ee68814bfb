package dev.weft.runtime.backend.reference;

import dev.weft.kernels.Program;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import java.util.List;

/** Plain loops in double precision on one thread: slow, and what "right" means. */
public final class ReferenceBackend implements Backend {
  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int preference() {
    return -1;
  }

  @Override
  public List<Device> devices() {
    return List.of(
        new Device("reference", "plain loops in double precision", Hardware.jvm("Java", 1)));
  }

  @Override
  public Session open(Device device, Program program) {
    return new ReferenceSession(program);
  }
}
