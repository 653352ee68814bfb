package dev.weft.kernels.softmax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.HostRun;
import dev.weft.kernels.Op;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax with cross-entropy against examples, central differences, and its own forms. */
final class SoftmaxCrossEntropyTest {
  private static final SoftmaxCrossEntropy LAYER = new SoftmaxCrossEntropy(4, 3);

  /**
   * Logits of four rows: ordinary, a tie beyond the range of exp, an outvoted target, no target.
   */
  private static HostArgs example() {
    HostArgs args = HostArgs.zeros(new SoftmaxCrossEntropy.Forward(LAYER));
    double[] logits = {1, 2, 3, 1000, 0, 1000, 0, -1000, 0, 5, 6, 7};
    System.arraycopy(logits, 0, args.reals("logits"), 0, logits.length);
    System.arraycopy(new int[] {2, 2, 1, -1}, 0, args.ints("target"), 0, 4);
    return args;
  }

  /** Row 0 is exp(1), exp(2), exp(3) over their sum 30.19287; its loss ln(30.19287) - 3. */
  @Test
  void probabilitiesLossAndHits() {
    Op op = new SoftmaxCrossEntropy.Forward(LAYER);
    HostArgs reference = example();
    op.reference(reference);
    for (HostArgs args :
        new HostArgs[] {
          reference, HostRun.device(op, example()), HostRun.vector(op, example(), 0)
        }) {
      double[] row = {0.09003057, 0.24472847, 0.66524096};
      double[] expected = {
        row[0], row[1], row[2], 0.5, 0, 0.5, 0.5, 0, 0.5, row[0], row[1], row[2]
      };
      assertArrayEquals(expected, args.reals("probabilities"), 1e-7);
      assertArrayEquals(
          new double[] {0.40760596, 0.69314718, 1000.69314718, 0}, args.reals("loss"), 1e-4);
      assertEquals(0.40760596, args.reals("loss")[0], 1e-6);
      // The tie goes to class 0, so row 1 is no hit.
      assertArrayEquals(new double[] {1, 0, 0, 0}, args.reals("hit"));
    }
  }

  @Test
  void theGradientIsThatOfTheMeanLossOfTheValidRows() {
    SoftmaxCrossEntropy layer = new SoftmaxCrossEntropy(5, 7);
    Op backward = new SoftmaxCrossEntropy.Backward(layer);
    HostArgs at = HostArgs.zeros(backward);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < at.reals("logits").length; i++) {
      at.reals("logits")[i] = random.nextDouble(-3, 3);
    }
    System.arraycopy(new int[] {6, 0, 3, -1, -1}, 0, at.ints("target"), 0, 5);
    // The third batch of 5 in an order of 13: three rows are left.
    at.ints("state")[StepState.CURSOR] = 2;
    at.ints("state")[StepState.COUNT] = 13;

    HostArgs result = at.copy();
    backward.reference(result);

    double h = 1e-5;
    for (int i = 0; i < 35; i++) {
      double numeric = (meanLoss(layer, at, i, h) - meanLoss(layer, at, i, -h)) / (2 * h);
      assertEquals(numeric, result.reals("dlogits")[i], 1e-6, "dlogits " + i);
    }
    assertTrue(Math.abs(result.reals("dlogits")[6]) > 0.1, "the target of row 0 matters");
  }

  /** Of the three valid rows; the others have a loss of 0. */
  private static double meanLoss(SoftmaxCrossEntropy layer, HostArgs at, int index, double shift) {
    HostArgs shifted = HostArgs.zeros(new SoftmaxCrossEntropy.Forward(layer));
    System.arraycopy(at.reals("logits"), 0, shifted.reals("logits"), 0, 35);
    System.arraycopy(at.ints("target"), 0, shifted.ints("target"), 0, 5);
    shifted.reals("logits")[index] += shift;
    new SoftmaxCrossEntropy.Forward(layer).reference(shifted);
    return Arrays.stream(shifted.reals("loss")).sum() / 3;
  }

  @Test
  void theGradientComesWithLossAndHits() {
    Op forward = new SoftmaxCrossEntropy.Forward(LAYER);
    Op backward = new SoftmaxCrossEntropy.Backward(LAYER);
    HostArgs expected = example();
    forward.reference(expected);
    HostArgs args = HostArgs.zeros(backward);
    System.arraycopy(expected.reals("logits"), 0, args.reals("logits"), 0, 12);
    System.arraycopy(expected.ints("target"), 0, args.ints("target"), 0, 4);
    args.ints("state")[StepState.COUNT] = 4;
    double[] p = expected.reals("probabilities");
    double[] gradient = {
      p[0] / 4, p[1] / 4, (p[2] - 1) / 4, 0.125, 0, -0.125, 0.125, -0.25, 0.125, 0, 0, 0
    };
    HostArgs reference = args.copy();
    backward.reference(reference);
    for (HostArgs actual :
        new HostArgs[] {
          reference, HostRun.device(backward, args), HostRun.vector(backward, args, 0)
        }) {
      assertArrayEquals(gradient, actual.reals("dlogits"), 1e-7);
      assertArrayEquals(expected.reals("loss"), actual.reals("loss"), 1e-4);
      assertArrayEquals(expected.reals("hit"), actual.reals("hit"));
    }
  }

  @Test
  void aBatchWithoutRowsHasNoGradient() {
    Op backward = new SoftmaxCrossEntropy.Backward(LAYER);
    HostArgs args = HostArgs.zeros(backward);
    Arrays.fill(args.ints("target"), -1);
    assertArrayEquals(new double[12], HostRun.device(backward, args).reals("dlogits"));
    assertArrayEquals(new double[12], HostRun.vector(backward, args, 0).reals("dlogits"));
    backward.reference(args);
    assertArrayEquals(new double[12], args.reals("dlogits"));
  }

  @Test
  void extentsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new SoftmaxCrossEntropy(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new SoftmaxCrossEntropy(1, 0));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream().filter(c -> c.op().name().startsWith("softmax."));
  }
}
