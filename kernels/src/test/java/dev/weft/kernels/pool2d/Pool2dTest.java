package dev.weft.kernels.pool2d;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.GradientCheck;
import dev.weft.kernels.HostRun;
import dev.weft.kernels.Op;
import dev.weft.kernels.check.Fill;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import dev.weft.kernels.pool2d.Pool2d.Kind;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling against examples worked by hand, central differences, and its own forms. */
final class Pool2dTest {
  /** One image of 3x4 pixels and one channel. */
  private static final double[] X = {
    1, 5, 2, 2, //
    5, 3, 2, 8, //
    -1, -4, -2, -3
  };

  /** Distinct, a thousandth apart: no maximum changes hands within a central difference. */
  private static final Fill SPACED =
      (index, random) -> (float) (Math.floorMod(index * 389, 1009) * 1e-3 - 0.5);

  @Test
  void quartersThatAdjoinLeaveTheLastLineOut() {
    assertArrayEquals(new double[] {5, 8}, forward(Kind.MAX, 2, 2));
    assertArrayEquals(new double[] {14, 14}, forward(Kind.SUM, 2, 2));
    assertArrayEquals(new double[] {3.5, 3.5}, forward(Kind.AVERAGE, 2, 2));
  }

  @Test
  void windowsThatOverlap() {
    assertArrayEquals(new double[] {5, 5, 8, 5, 3, 8}, forward(Kind.MAX, 2, 1));
    assertArrayEquals(new double[] {14, 12, 14, 3, -1, 5}, forward(Kind.SUM, 2, 1));
    assertArrayEquals(new double[] {11 / 9.0, 13 / 9.0}, forward(Kind.AVERAGE, 3, 1));
  }

  @Test
  void ofEqualMaximaTheFirstGetsTheGradient() {
    assertArrayEquals(
        new double[] {
          0, 10, 0, 0, //
          0, 0, 0, 20, //
          0, 0, 0, 0
        },
        backward(Kind.MAX, 2, 2, false, 10, 20));
  }

  @Test
  void gradientsOfOverlappingWindowsAddUp() {
    // Maxima: (0,1), (0,1), (1,3); (1,0), (1,1), (1,3).
    assertArrayEquals(
        new double[] {
          0, 3, 0, 0, //
          8, 16, 0, 36, //
          0, 0, 0, 0
        },
        backward(Kind.MAX, 2, 1, false, 1, 2, 4, 8, 16, 32));
    assertArrayEquals(
        new double[] {
          1, 3, 6, 4, //
          9, 27, 54, 36, //
          8, 24, 48, 32
        },
        backward(Kind.SUM, 2, 1, false, 1, 2, 4, 8, 16, 32));
  }

  @Test
  void pixelsThatNoWindowCoversGetNoGradient() {
    assertArrayEquals(
        new double[] {
          1, 0, 0, 2, //
          0, 0, 0, 0, //
          0, 0, 0, 0
        },
        backward(Kind.SUM, 1, 3, false, 1, 2));
    assertArrayEquals(
        new double[] {
          1, 1, 2, 2, //
          1, 1, 2, 2, //
          0, 0, 0, 0
        },
        backward(Kind.AVERAGE, 2, 2, false, 4, 8));
  }

  @Test
  void aReluBeforeKeepsTheGradientFromWhatItCutOff() {
    assertArrayEquals(
        new double[] {
          1, 3, 5, 3, //
          5, 12, 16, 9, //
          0, 0, 0, 0
        },
        backward(Kind.SUM, 2, 1, true, 1, 2, 3, 4, 5, 6));
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfTheForwardPass(Kind kind) {
    for (Pool2d pool :
        new Pool2d[] {
          new Pool2d(kind, 2, 4, 5, 3, 2, 2),
          new Pool2d(kind, 2, 6, 5, 2, 3, 1),
          new Pool2d(kind, 1, 7, 8, 3, 3, 2),
          new Pool2d(kind, 1, 6, 8, 3, 2, 3)
        }) {
      GradientCheck.check(
          new Pool2d.Forward(pool), new Pool2d.Backward(pool, false), "x", Map.of("x", SPACED));
    }
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream()
        .filter(c -> c.op() instanceof Pool2d.Forward || c.op() instanceof Pool2d.Backward);
  }

  @Test
  void roundings() {
    assertEquals(0, new Pool2d.Forward(new Pool2d(Kind.MAX, 1, 9, 9, 1, 3, 1)).terms(1));
    assertEquals(8, new Pool2d.Forward(new Pool2d(Kind.SUM, 1, 9, 9, 1, 3, 1)).terms(1));
    assertEquals(10, new Pool2d.Forward(new Pool2d(Kind.AVERAGE, 1, 9, 9, 1, 3, 1)).terms(1));
    // A pixel lies in one window where windows do not overlap, in up to 2 by 2 of 3 by stride 2.
    assertEquals(0, backward(Kind.MAX, 3, 3).terms(2));
    assertEquals(3, backward(Kind.MAX, 3, 2).terms(2));
    assertEquals(5, backward(Kind.AVERAGE, 3, 2).terms(1));
  }

  @Test
  void wrongParametersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pool2d(Kind.MAX, 0, 2, 2, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pool2d(Kind.MAX, 1, 2, 2, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pool2d(Kind.MAX, 1, 2, 2, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pool2d(Kind.MAX, 1, 2, 3, 1, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pool2d(Kind.MAX, 1, 3, 2, 1, 3, 1));
  }

  private static Op backward(Kind kind, int size, int stride) {
    return new Pool2d.Backward(new Pool2d(kind, 1, 9, 9, 1, size, stride), false);
  }

  private static double[] forward(Kind kind, int size, int stride) {
    Op op = new Pool2d.Forward(new Pool2d(kind, 1, 3, 4, 1, size, stride));
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(X, 0, args.reals("x"), 0, X.length);
    op.reference(args);
    return args.reals("y");
  }

  private static double[] backward(
      Kind kind, int size, int stride, boolean reluInput, double... dy) {
    Op op = new Pool2d.Backward(new Pool2d(kind, 1, 3, 4, 1, size, stride), reluInput);
    HostArgs args = HostArgs.zeros(op);
    System.arraycopy(dy, 0, args.reals("dy"), 0, args.reals("dy").length);
    if (args.has("x")) {
      System.arraycopy(X, 0, args.reals("x"), 0, X.length);
    }
    op.reference(args);
    return args.reals("dx");
  }
}
