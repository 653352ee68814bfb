package dev.weft.tornado;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.List;
import java.util.function.Function;

/** An op that is nothing but its device kernels. */
record KernelOp(String name, List<Slot> slots, Function<DeviceArgs, List<Launch>> kernels)
    implements Op {
  @Override
  public Cost cost() {
    return Cost.of(this, 0);
  }

  @Override
  public void reference(ReferenceArgs args) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return kernels.apply(args);
  }

  @Override
  public int terms(int slot) {
    return 0;
  }
}
