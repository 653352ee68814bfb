package dev.weft.kernels.relu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.weft.kernels.GradientCheck;
import dev.weft.kernels.HostRun;
import dev.weft.kernels.Op;
import dev.weft.kernels.Shape;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ReLU against an example, central differences, and its own forms. */
final class ReluTest {
  private static final Relu RELU = new Relu(Shape.of(2, 3));

  @Test
  void negativeValuesBecomeZero() {
    Op op = new Relu.Forward(RELU);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(new double[] {-2, -0.5, 0, 0.5, 2, 1e-30}, 0, args.reals("x"), 0, 6);
    op.reference(args);
    assertArrayEquals(new double[] {0, 0, 0, 0.5, 2, 1e-30}, args.reals("y"));
  }

  @Test
  void theGradientPassesWhereTheOutputIsPositive() {
    Op op = new Relu.Backward(RELU);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(new double[] {0, 1e-30, 7, 0, 1, 0}, 0, args.reals("y"), 0, 6);
    System.arraycopy(new double[] {1, 2, -3, 4, 0, -6}, 0, args.reals("dy"), 0, 6);
    op.reference(args);
    assertArrayEquals(new double[] {0, 2, -3, 0, 0, 0}, args.reals("dx"));
  }

  @Test
  void gradientIsThatOfTheForwardPass() {
    Relu relu = new Relu(Shape.of(3, 4, 5, 2));
    // No value nearer to the kink than half a hundredth.
    Fill spaced = (index, random) -> (float) (Math.floorMod(index * 37, 101) * 0.01 - 0.505);
    GradientCheck.check(new Relu.Forward(relu), new Relu.Backward(relu), "x", Map.of("x", spaced));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream()
        .filter(c -> c.op() instanceof Relu.Forward || c.op() instanceof Relu.Backward);
  }
}
