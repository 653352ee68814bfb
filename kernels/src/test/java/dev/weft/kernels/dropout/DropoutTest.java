package dev.weft.kernels.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.GradientCheck;
import dev.weft.kernels.HostRun;
import dev.weft.kernels.Op;
import dev.weft.kernels.Shape;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout: its mask's values and statistics, its gradient, and its own forms. */
final class DropoutTest {
  private static final int SEED = 0x3c6ef372;

  /** Steps, seeds and elements that look alike must not give masks that do. */
  private static final Shape LARGE = Shape.of(64, 14, 14, 32);

  @ParameterizedTest
  @ValueSource(floats = {0f, 0.1f, 0.5f, 0.9f, 0.999f})
  void keptShareIsWithinFourSigma(float rate) {
    double[] mask = mask(LARGE, rate, SEED, 3);
    double kept = Arrays.stream(mask).filter(m -> m != 0).count();
    double sigma = Math.sqrt(mask.length * rate * (1 - rate));
    assertEquals(mask.length * (1 - rate), kept, 4 * sigma);
    double scale = Arrays.stream(mask).max().orElseThrow();
    assertEquals((float) (1 / (1 - (double) rate)), scale);
    assertTrue(Arrays.stream(mask).allMatch(m -> m == 0 || m == scale));
  }

  @Test
  void masksOfStepsSeedsAndElementsAreUncorrelated() {
    double[] mask = mask(LARGE, 0.5f, SEED, 0);
    for (int bit = 0; bit < 31; bit++) {
      assertUncorrelated(mask, mask(LARGE, 0.5f, SEED, 1 << bit), 0);
      assertUncorrelated(mask, mask(LARGE, 0.5f, SEED ^ 1 << bit, 0), 0);
    }
    for (int distance : new int[] {1, 2, 7, 8, 16, 32, 64, 448, 14 * 14 * 32, 1 << 16}) {
      assertUncorrelated(mask, mask, distance);
    }
  }

  @Test
  void neighbouringStepsAreUncorrelatedAtEveryElement() {
    int steps = 4096;
    Shape shape = Shape.of(64);
    double[] kept = new double[shape.size()];
    double[] both = new double[shape.size()];
    double[] previous = mask(shape, 0.5f, SEED, 0);
    for (int step = 1; step <= steps; step++) {
      double[] mask = mask(shape, 0.5f, SEED, step);
      for (int i = 0; i < mask.length; i++) {
        kept[i] += mask[i] / 2;
        both[i] += mask[i] * previous[i] / 4;
      }
      previous = mask;
    }
    for (int i = 0; i < kept.length; i++) {
      // 64 elements are looked at: 5 sigma make a chance alarm as rare as one in 27,000.
      assertEquals(steps / 2.0, kept[i], 5 * Math.sqrt(steps / 4.0));
      assertEquals(steps / 4.0, both[i], 5 * Math.sqrt(steps * 3 / 16.0));
    }
  }

  @Test
  void theMaskIsTheSameBitForBitInEveryFormAndDirection() {
    for (Shape shape : new Shape[] {Shape.of(5, 7, 3, 10), Shape.of(3, 28, 28, 16)}) {
      for (float rate : new float[] {0f, 0.1f, 0.5f, 0.999f}) {
        Dropout dropout = new Dropout(shape, rate, -SEED);
        int[] expected = bits(mask(shape, rate, -SEED, 77));
        Op forward = new Dropout.Forward(dropout);
        Op backward = new Dropout.Backward(dropout, false);
        for (int padded = 0; padded < 8; padded++) {
          HostArgs y = HostRun.vector(forward, ones(forward, "x", 77), padded);
          HostArgs dx = HostRun.vector(backward, ones(backward, "dy", 77), padded);
          assertArrayEquals(expected, bits(y.reals("y")));
          assertArrayEquals(expected, bits(dx.reals("dx")));
        }
        HostArgs y = HostRun.device(forward, ones(forward, "x", 77));
        HostArgs dx = HostRun.device(backward, ones(backward, "dy", 77));
        assertArrayEquals(expected, bits(y.reals("y")));
        assertArrayEquals(expected, bits(dx.reals("dx")));
      }
    }
  }

  @Test
  void nothingIsDroppedAtRateZeroAndSomethingLeftCloseToOne() {
    assertTrue(Arrays.stream(mask(LARGE, 0f, SEED, 9)).allMatch(m -> m == 1));
    Dropout most = new Dropout(Shape.of(1), Math.nextDown(1f), SEED);
    assertEquals((1 << 24) - 1, most.threshold());
    assertEquals(1 << 24, most.scale());
  }

  @Test
  void aHashEqualToTheThresholdIsKept() {
    // mix(0) is 0: at seed 0 and step 0 the hash of element 0 is the threshold of rate 0.
    for (int length : new int[] {1, 32}) {
      Op op = new Dropout.Forward(new Dropout(Shape.of(1, length), 0f, 0));
      HostArgs reference = ones(op, "x", 0);
      op.reference(reference);
      assertEquals(1, reference.reals("y")[0]);
      assertEquals(1, HostRun.vector(op, ones(op, "x", 0), 0).reals("y")[0]);
      assertEquals(1, HostRun.device(op, ones(op, "x", 0)).reals("y")[0]);
    }
  }

  @Test
  void gradientIsThatOfTheForwardPass() {
    Dropout dropout = new Dropout(Shape.of(3, 4, 5), 0.4f, SEED);
    Map<String, Fill> state = Map.of("state", Fill.of(1, 42, 3, 0));
    GradientCheck.check(
        new Dropout.Forward(dropout), new Dropout.Backward(dropout, false), "x", state);
  }

  @Test
  void aReluBeforeKeepsTheGradientFromWhatItCutOff() {
    Dropout dropout = new Dropout(Shape.of(2, 2), 0f, SEED);
    Op op = new Dropout.Backward(dropout, true);
    HostArgs args = ones(op, "dy", 0);
    System.arraycopy(new double[] {0, 1e-30, 0, 5}, 0, args.reals("x"), 0, 4);
    op.reference(args);
    assertArrayEquals(new double[] {0, 1, 0, 1}, args.reals("dx"));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream()
        .filter(c -> c.op() instanceof Dropout.Forward || c.op() instanceof Dropout.Backward);
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 1f, 2f, Float.NaN})
  void wrongRatesAreRefused(float rate) {
    assertThrows(IllegalArgumentException.class, () -> new Dropout(Shape.of(1), rate, SEED));
  }

  /** What the reference makes of ones. */
  private static double[] mask(Shape shape, float rate, int seed, int step) {
    Op op = new Dropout.Forward(new Dropout(shape, rate, seed));
    HostArgs args = ones(op, "x", step);
    op.reference(args);
    return args.reals("y");
  }

  private static HostArgs ones(Op op, String slot, int step) {
    HostArgs args = HostArgs.zeros(op);
    Arrays.fill(args.reals(slot), 1);
    args.ints("state")[StepState.STEP] = step;
    return args;
  }

  private static int[] bits(double[] values) {
    return Arrays.stream(values).mapToInt(v -> Float.floatToRawIntBits((float) v)).toArray();
  }

  /**
   * Of n pairs, a quarter are both kept, with a variance of 3n/16. About a hundred are compared: 5
   * sigma make a chance alarm as rare as one in 17,000.
   */
  private static void assertUncorrelated(double[] a, double[] b, int distance) {
    int pairs = a.length - distance;
    double both = 0;
    for (int i = 0; i < pairs; i++) {
      both += a[i] != 0 && b[i + distance] != 0 ? 1 : 0;
    }
    assertEquals(pairs / 4.0, both, 5 * Math.sqrt(pairs * 3 / 16.0));
  }
}
