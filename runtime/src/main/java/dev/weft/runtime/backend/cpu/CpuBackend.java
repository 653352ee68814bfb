package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Program;
import dev.weft.kernels.cpu.Lanes;
import dev.weft.runtime.backend.Backend;
import dev.weft.runtime.backend.Device;
import dev.weft.runtime.backend.Hardware;
import dev.weft.runtime.backend.Session;
import java.util.List;

/** The Vector API on all cores: the default where there is no accelerator. */
public final class CpuBackend implements Backend {
  private final int threads;

  /** Uses as many threads as the JVM sees processors. */
  public CpuBackend() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Uses a given number of threads; results do not depend on it.
   *
   * @param threads at least 1
   */
  public CpuBackend(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public int preference() {
    return 0;
  }

  @Override
  public List<Device> devices() {
    String driver =
        Lanes.SPECIES.vectorBitSize() + "-bit vectors on " + System.getProperty("os.arch");
    return List.of(new Device("cpu", "Java Vector API", Hardware.jvm(driver, threads)));
  }

  @Override
  public Session open(Device device, Program program) {
    return new CpuSession(program, threads);
  }
}
