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
 * Multiply-adds on registers alone: {@code s = s * 0.999 + 0.001}, so many times over for each
 * element, from x to y. Every product depends on the one before, so that no compiler can leave one
 * out; {@link #GROUP} elements at a time hide the latency. Slots: x, y.
 *
 * @param size elements, a multiple of {@link #GROUP}
 * @param rounds multiply-adds of each element
 */
public record Fma(int size, int rounds) implements Op {
  /** Elements that are worked on at the same time: twelve vectors of 16 lanes. */
  public static final int GROUP = 192;

  static final float FACTOR = 0.999f;
  static final float TERM = 0.001f;

  public Fma {
    if (size < 1 || size % GROUP != 0 || rounds < 1) {
      throw new IllegalArgumentException("size %d, rounds %d".formatted(size, rounds));
    }
  }

  @Override
  public String name() {
    return "probe.fma";
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.in("x", size), Slot.out("y", size));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 2L * rounds * size);
  }

  @Override
  public int terms(int slot) {
    return 2 * rounds;
  }

  @Override
  public void reference(ReferenceArgs args) {
    double[] x = args.reals(0);
    double[] y = args.reals(1);
    for (int i = 0; i < y.length; i++) {
      double s = x[i];
      for (int round = 0; round < rounds; round++) {
        s = s * FACTOR + TERM;
      }
      y[i] = s;
    }
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    return ProbeVector.fma(this, args);
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return ProbeKernels.fma(this, args);
  }
}
