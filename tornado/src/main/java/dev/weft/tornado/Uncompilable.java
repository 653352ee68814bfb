package dev.weft.tornado;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DType;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.Program;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.List;

/** An op whose kernel TornadoVM cannot compile: it must say so, and not run it as Java instead. */
public record Uncompilable() implements Op {

  /** One call of it. */
  static Program program() {
    return new Program.Builder()
        .call(new Uncompilable(), new Buffer("x", DType.F32, 1).tensor())
        .segment("call")
        .build();
  }

  @Override
  public String name() {
    return "tornado.uncompilable";
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.inout("x", 1));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 0);
  }

  @Override
  public void reference(ReferenceArgs args) {
    throw new UnsupportedOperationException(name());
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    throw new UnsupportedOperationException(name());
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return List.of(Launch.of(1, Uncompilable::uncompilableFloor, args.floats(0), Launch.shape(1)));
  }

  @Override
  public int terms(int slot) {
    return 0;
  }

  /** Uses what kernels may not: TornadoVM makes nothing of {@code Math.floor}. */
  public static void uncompilableFloor(float[] x, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      x[i] = (float) Math.floor(x[i]);
    }
  }
}
