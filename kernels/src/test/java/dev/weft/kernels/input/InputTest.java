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
import java.util.Arrays;
import org.junit.jupiter.api.Test;

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

  @Test
  void everyBatchIsCountedAndStepsOfTrainingToo() {
    HostArgs args = HostArgs.zeros(new Advance(true));
    System.arraycopy(new int[] {3, 7, 100, 0}, 0, args.ints("state"), 0, 4);
    new Advance(true).reference(args);
    assertArrayEquals(new int[] {4, 8, 100, 0}, args.ints("state"));
    new Advance(false).reference(args);
    assertArrayEquals(new int[] {5, 8, 100, 0}, args.ints("state"));
  }

  @Test
  void wordsAreRoundedUp() {
    assertEquals(784 / 4, new Gather(1, 1, 28, 28, 1, 1).words());
    assertEquals(2, new Gather(1, 1, 5, 1, 1, 1).words());
  }

  @Test
  void extentsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Gather(0, 1, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 0, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gather(1, 1, 1, 1, 1, 0));
  }
}
