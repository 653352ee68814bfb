package dev.weft.kernels.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.GradientCheck;
import dev.weft.kernels.Op;
import dev.weft.kernels.check.HostArgs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference of the dense layer against a worked example and central differences. */
final class DenseTest {

  @Test
  void rowsTimesColumnsPlusBias() {
    Dense dense = new Dense(2, 3, 2);
    Op op = new Dense.Forward(dense, true);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(new double[] {1, 2, 3, -1, 0, 1}, 0, args.reals("x"), 0, 6);
    System.arraycopy(new double[] {1, 4, 2, 5, 3, 6}, 0, args.reals("w"), 0, 6);
    System.arraycopy(new double[] {0.5, -3}, 0, args.reals("b"), 0, 2);
    op.reference(args);
    assertArrayEquals(new double[] {14.5, 29, 2.5, 0}, args.reals("y"));
  }

  @Test
  void gradientsOfTwoRowsAddUp() {
    Dense dense = new Dense(2, 1, 1);
    Op op = new Dense.BackwardWeights(dense);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(new double[] {2, 3}, 0, args.reals("x"), 0, 2);
    System.arraycopy(new double[] {10, 100}, 0, args.reals("dy"), 0, 2);
    op.reference(args);
    assertArrayEquals(new double[] {320}, args.reals("dw"));
    assertArrayEquals(new double[] {110}, args.reals("db"));
  }

  @Test
  void gradientsAreThoseOfTheForwardPass() {
    Dense dense = new Dense(3, 5, 4);
    Op forward = new Dense.Forward(dense, false);
    GradientCheck.check(forward, new Dense.BackwardData(dense, false), "x", Map.of());
    GradientCheck.check(forward, new Dense.BackwardWeights(dense), "w", Map.of());
    GradientCheck.check(forward, new Dense.BackwardWeights(dense), "b", Map.of());
  }

  @Test
  void wrongParametersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Dense(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Dense(1, 1, -1));
  }
}
