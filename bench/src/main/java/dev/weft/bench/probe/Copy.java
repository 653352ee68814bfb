package dev.weft.bench.probe;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.List;

/**
 * {@code y = x}, the first kernel of STREAM (McCalpin, Memory bandwidth and machine balance in
 * current high performance computers, IEEE TCCA Newsletter, 1995). As there, each element counts as
 * read once and written once. Slots: x, y.
 *
 * @param size elements
 */
public record Copy(int size) implements Op {
  @Override
  public String name() {
    return "probe.copy";
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.in("x", size), Slot.out("y", size));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 0);
  }

  @Override
  public int terms(int slot) {
    return 0;
  }

  @Override
  public void reference(ReferenceArgs args) {
    System.arraycopy(args.reals(0), 0, args.reals(1), 0, size);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return ProbeVector.copy(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return ProbeKernels.copy(this, args);
  }
}
