package dev.weft.kernels.conv2d;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.GradientCheck;
import dev.weft.kernels.Op;
import dev.weft.kernels.check.HostArgs;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference of convolution against worked examples, and its gradients against differences. */
final class Conv2dTest {

  @Test
  void threeByThreeSameOverOnesCountsNeighbours() {
    Conv2d conv = new Conv2d(1, 3, 4, 1, 1, 3, 3, 1, 1, Padding.SAME);
    HostArgs args = filled(new Conv2d.Forward(conv, false), 1);
    args.reals("b")[0] = 0.5;
    new Conv2d.Forward(conv, false).reference(args);
    assertArrayEquals(
        new double[] {4.5, 6.5, 6.5, 4.5, 6.5, 9.5, 9.5, 6.5, 4.5, 6.5, 6.5, 4.5}, args.reals("y"));
  }

  @Test
  void evenKernelPadsBottomAndRight() {
    Conv2d conv = new Conv2d(1, 2, 2, 1, 1, 2, 2, 1, 1, Padding.SAME);
    HostArgs args = HostArgs.zeros(new Conv2d.Forward(conv, false));
    set(args.reals("x"), 1, 2, 3, 4);
    set(args.reals("w"), 1, 10, 100, 1000);
    new Conv2d.Forward(conv, false).reference(args);
    // Rows of x with zeros below and to the right: 1 2 0 / 3 4 0 / 0 0 0.
    assertArrayEquals(new double[] {4321, 402, 43, 4}, args.reals("y"));
  }

  @Test
  void stridedSamePaddingFollowsTensorFlow() {
    // 5 pixels, kernel 2, stride 2: 3 outputs, one zero, and that at the end.
    Conv2d conv = new Conv2d(1, 1, 5, 1, 1, 1, 2, 1, 2, Padding.SAME);
    assertEquals(3, conv.outW());
    assertEquals(0, conv.padLeft());
    HostArgs args = HostArgs.zeros(new Conv2d.Forward(conv, false));
    set(args.reals("x"), 1, 2, 3, 4, 5);
    set(args.reals("w"), 1, 10);
    new Conv2d.Forward(conv, false).reference(args);
    assertArrayEquals(new double[] {21, 43, 5}, args.reals("y"));
  }

  @Test
  void channelsAreSummedAndFiltersKeptApart() {
    Conv2d conv = new Conv2d(1, 1, 1, 2, 3, 1, 1, 1, 1, Padding.VALID);
    HostArgs args = HostArgs.zeros(new Conv2d.Forward(conv, true));
    set(args.reals("x"), 2, 3);
    set(args.reals("w"), 1, 10, -1, 100, 1000, -1); // [c][k]
    set(args.reals("b"), 0, 0.25, 1);
    new Conv2d.Forward(conv, true).reference(args);
    assertArrayEquals(new double[] {302, 3020.25, 0}, args.reals("y"));
  }

  @Test
  void reluInputMasksTheGradient() {
    Conv2d conv = new Conv2d(1, 1, 2, 1, 1, 1, 1, 1, 1, Padding.SAME);
    Op op = new Conv2d.BackwardData(conv, true);
    HostArgs args = HostArgs.zeros(op);
    set(args.reals("dy"), 5, 7);
    set(args.reals("w"), 2);
    set(args.reals("x"), 0, 1);
    op.reference(args);
    assertArrayEquals(new double[] {0, 14}, args.reals("dx"));
  }

  @ParameterizedTest
  @CsvSource({
    "2,4,5,2,3,3,3,1,1,SAME",
    "1,5,4,3,2,2,2,1,1,SAME",
    "2,6,5,1,2,3,2,1,1,VALID",
    "1,7,6,2,2,3,3,2,3,SAME",
    "1,6,7,2,1,2,3,3,2,VALID"
  })
  void gradientsAreThoseOfTheForwardPass(
      int n, int h, int w, int c, int k, int kh, int kw, int sh, int sw, Padding padding) {
    Conv2d conv = new Conv2d(n, h, w, c, k, kh, kw, sh, sw, padding);
    Op forward = new Conv2d.Forward(conv, false);
    GradientCheck.check(forward, new Conv2d.BackwardData(conv, false), "x", Map.of());
    GradientCheck.check(forward, new Conv2d.BackwardFilter(conv), "w", Map.of());
    GradientCheck.check(forward, new Conv2d.BackwardFilter(conv), "b", Map.of());
  }

  @Test
  void wrongParametersAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Conv2d(1, 4, 4, 1, 0, 3, 3, 1, 1, Padding.SAME));
    assertThrows(
        IllegalArgumentException.class, () -> new Conv2d(1, 4, 4, 1, 1, 5, 3, 1, 1, Padding.VALID));
  }

  private static HostArgs filled(Op op, double value) {
    HostArgs args = HostArgs.zeros(op);
    for (String name : new String[] {"x", "w"}) {
      Arrays.fill(args.reals(name), value);
    }
    return args;
  }

  private static void set(double[] target, double... values) {
    assertEquals(target.length, values.length);
    System.arraycopy(values, 0, target, 0, values.length);
  }
}
