package dev.weft.kernels.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.HostRun;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches and counters against an example. */
final class InputTest {
  /** Batches of two out of three images of 3 by 2, in an order of up to four. */
  private static final Gather GATHER = new Gather(2, 3, 3, 2, 1, 4);

  private static final double[] IMAGE_1 = {255, 128, 0, 1, 200, 7};
  private static final double[] IMAGE_2 = {2, 3, 4, 5, 6, 254};

  /** The order 0, 2, 2, 1 of which {@code count} are worked through, at batch {@code cursor}. */
  private static HostArgs example(int cursor, int count) {
    HostArgs args = HostArgs.zeros(GATHER);
    int[] images = {0x11223344, 0x5566, 0x010080ff, 0x07c8, 0x05040302, 0xfe06};
    System.arraycopy(images, 0, args.ints("images"), 0, images.length);
    System.arraycopy(new int[] {7, 8, 9}, 0, args.ints("labels"), 0, 3);
    System.arraycopy(new int[] {0, 2, 2, 1}, 0, args.ints("order"), 0, 4);
    args.ints("state")[StepState.CURSOR] = cursor;
    args.ints("state")[StepState.COUNT] = count;
    return args;
  }

  private static double[] batch(double[] first, double[] second) {
    double[] x = new double[12];
    for (int i = 0; i < 6; i++) {
      x[i] = first[i] / 255;
      x[6 + i] = second[i] / 255;
    }
    return x;
  }

  @Test
  void aBatchFollowsTheOrder() {
    HostArgs args = example(1, 4);
    double[] expected = batch(IMAGE_2, IMAGE_1);
    assertArrayEquals(expected, HostRun.device(GATHER, args).reals("x"), 1e-7);
    GATHER.reference(args);
    assertArrayEquals(expected, args.reals("x"));
    assertArrayEquals(new int[] {9, 8}, args.ints("target"));
  }

  @Test
  void rowsPastTheLastImageAreEmpty() {
    HostArgs args = example(1, 3);
    double[] expected = batch(IMAGE_2, new double[6]);
    assertArrayEquals(expected, HostRun.device(GATHER, args).reals("x"), 1e-7);
    GATHER.reference(args);
    assertArrayEquals(expected, args.reals("x"));
    assertArrayEquals(new int[] {9, -1}, args.ints("target"));
  }

  /** Pixels of the vector form, which a border of the layout surrounds. */
  @Test
  void theBorderStaysZero() {
    Layout layout = new Layout(2, 3, 2, 1, 1, 2, 3, 4, 5);
    for (int count = 2; count <= 4; count++) {
      HostArgs args = example(1, count);
      float[] x = new float[layout.length()];
      Arrays.fill(args.ints("target"), 5);
      for (int row = 0; row < 2; row++) {
        for (int i = 0; i < 6; i++) {
          x[layout.at(row, i / 2, i % 2)] = 5f;
        }
      }
      Stage.Rows stage = (Stage.Rows) GATHER.stages(cpuArgs(args, x, layout)).getFirst();
      stage.body().run(new Chunk(1, 1, 2));
      stage.body().run(new Chunk(0, 0, 1));

      HostArgs expected = args.copy();
      GATHER.reference(expected);
      float[] inside = new float[layout.length()];
      for (int i = 0; i < 12; i++) {
        inside[layout.at(i / 6, i % 6 / 2, i % 2)] = (float) expected.reals("x")[i];
      }
      assertArrayEquals(inside, x, 1e-7f);
      assertArrayEquals(expected.ints("target"), args.ints("target"));
    }
  }

  private static CpuArgs cpuArgs(HostArgs args, float[] x, Layout layout) {
    return new CpuArgs() {
      @Override
      public float[] floats(int slot) {
        return x;
      }

      @Override
      public int[] ints(int slot) {
        return args.ints(slot);
      }

      @Override
      public int offset(int slot) {
        return 0;
      }

      @Override
      public Layout layout(int slot) {
        return layout;
      }

      @Override
      public int chunks(int rows) {
        return rows;
      }
    };
  }

  /** An epoch's totals so far, in a batch of four rows with three left. */
  private static HostArgs ended(Advance advance) {
    HostArgs args = HostArgs.zeros(advance);
    System.arraycopy(new double[] {0.5, 1, 3, 0}, 0, args.reals("loss"), 0, 4);
    System.arraycopy(new double[] {1, 1, 0, 0}, 0, args.reals("hit"), 0, 4);
    System.arraycopy(new double[] {100, 20, 40, 9}, 0, args.reals("totals"), 0, 4);
    System.arraycopy(new int[] {2, 7, 11, 0}, 0, args.ints("state"), 0, 4);
    return args;
  }

  @Test
  void everyBatchIsAddedUpAndCountedAndStepsOfTrainingToo() {
    for (boolean training : new boolean[] {true, false}) {
      Advance advance = new Advance(4, training);
      HostArgs reference = ended(advance);
      advance.reference(reference);
      for (HostArgs args :
          new HostArgs[] {
            reference,
            HostRun.device(advance, ended(advance)),
            HostRun.vector(advance, ended(advance), 0)
          }) {
        assertArrayEquals(new double[] {104.5, 22, 43, 1.5}, args.reals("totals"));
        assertArrayEquals(new int[] {3, training ? 8 : 7, 11, 0}, args.ints("state"));
      }
    }
  }

  @Test
  void aBatchWithoutRowsAddsNothing() {
    Advance advance = new Advance(4, true);
    HostArgs args = HostArgs.zeros(advance);
    System.arraycopy(new double[] {100, 20, 40, 9}, 0, args.reals("totals"), 0, 4);
    System.arraycopy(new int[] {3, 7, 11, 0}, 0, args.ints("state"), 0, 4);
    double[] expected = {100, 20, 40, 0};
    assertArrayEquals(expected, HostRun.device(advance, args).reals("totals"));
    assertArrayEquals(expected, HostRun.vector(advance, args, 0).reals("totals"));
    advance.reference(args);
    assertArrayEquals(expected, args.reals("totals"));
  }

  /** Batches of more rows than one work-item adds up, and their remainders. */
  @Test
  void manyRowsAreAddedUpInParts() {
    for (int n : new int[] {513, 575, 576, 577, 4096}) {
      Advance advance = new Advance(n, true);
      HostArgs args = HostArgs.zeros(advance);
      Arrays.setAll(args.reals("loss"), i -> i % 7);
      Arrays.setAll(args.reals("hit"), i -> i % 2);
      args.ints("state")[StepState.COUNT] = n;
      double losses = Arrays.stream(args.reals("loss")).sum();
      double[] totals = HostRun.device(advance, args).reals("totals");
      assertEquals(losses, totals[0]);
      assertEquals(Math.floorDiv(n, 2), totals[1]);
      assertEquals(n, totals[2]);
    }
  }

  @Test
  void wordsAreRoundedUp() {
    assertEquals(784 / 4, new Gather(1, 1, 28, 28, 1, 1).words());
    assertEquals(2, new Gather(1, 1, 5, 1, 1, 1).words());
  }

  @Test
  void extentsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Advance(0, true));
    assertThrows(IllegalArgumentException.class, () -> new Gather(0, 1, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 0, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 1, 1, 0));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream().filter(c -> c.op().name().equals("input.advance"));
  }
}
