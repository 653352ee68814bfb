package dev.weft.tornado;

import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.Slot;
import java.util.List;

/** Ops whose results are plain to see. */
public final class TestKernels {
  private TestKernels() {}

  /** {@code y = factor * x + 1}, through memory of the call's own. */
  static Op scaleAndAdd(int n, float factor) {
    return new KernelOp(
        "test.scaleAndAdd",
        List.of(Slot.in("x", n), Slot.out("y", n)),
        args -> {
          Launch.Scratch product = new Launch.Scratch("product", n);
          return List.of(
              Launch.of(
                  n,
                  TestKernels::testScale,
                  args.floats(0),
                  Launch.reals(factor),
                  product,
                  Launch.shape(n)),
              Launch.of(n, TestKernels::testAddOne, product, args.floats(1), Launch.shape(n)));
        });
  }

  /** {@code total = total + x}. */
  static Op accumulate(int n) {
    return new KernelOp(
        "test.accumulate",
        List.of(Slot.in("x", n), Slot.inout("total", n)),
        args ->
            List.of(
                Launch.of(
                    n,
                    TestKernels::testAccumulate,
                    args.floats(0),
                    args.floats(1),
                    Launch.shape(n))));
  }

  /** Cannot be compiled: TornadoVM makes nothing of {@code Math.floor}. */
  static Op broken(int n) {
    return new KernelOp(
        "test.broken",
        List.of(Slot.inout("x", n)),
        args -> List.of(Launch.of(n, TestKernels::testBroken, args.floats(0), Launch.shape(n))));
  }

  /** {@code product [n]} from {@code x [n]} and {@code factor [1]}. */
  public static void testScale(float[] x, float[] factor, float[] product, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      product[i] = factor[0] * x[i];
    }
  }

  /** {@code y [n]} from {@code x [n]}. */
  public static void testAddOne(float[] x, float[] y, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      y[i] = x[i] + 1f;
    }
  }

  /** Adds {@code x [n]} to {@code total [n]}. */
  public static void testAccumulate(float[] x, float[] total, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      total[i] = total[i] + x[i];
    }
  }

  /** Uses what kernels may not. */
  public static void testBroken(float[] x, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      x[i] = (float) Math.floor(x[i]);
    }
  }
}
