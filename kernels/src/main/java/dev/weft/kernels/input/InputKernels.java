package dev.weft.kernels.input;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link Gather} and {@link Advance} on a device. */
public final class InputKernels {
  private InputKernels() {}

  static List<Launch> gather(Gather p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.batch() * p.words(),
            InputKernels::inputGather,
            args.ints(0),
            args.ints(1),
            args.ints(2),
            args.ints(3),
            args.floats(4),
            args.ints(5),
            Launch.shape(
                p.batch(),
                p.pixels(),
                p.words(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(3),
                args.offset(4),
                args.offset(5))));
  }

  static List<Launch> advance(Advance p, DeviceArgs args) {
    return List.of(
        Launch.of(
            1,
            InputKernels::inputAdvance,
            args.ints(0),
            Launch.shape(args.offset(0), p.training() ? 1 : 0)));
  }

  /**
   * x [n, pixels] and target [n] from the images that order names, and their labels; 0 and -1 past
   * the valid rows.
   */
  public static void inputGather(
      int[] images, int[] labels, int[] order, int[] state, float[] x, int[] target, int[] shape) {
    int n = shape[0];
    int pixels = shape[1];
    int words = shape[2];
    int imagesAt = shape[3];
    int labelsAt = shape[4];
    int orderAt = shape[5];
    int stateAt = shape[6];
    int xAt = shape[7];
    int targetAt = shape[8];
    int first = state[stateAt + StepState.CURSOR] * n;
    int valid = state[stateAt + StepState.COUNT] - first;
    for (@Parallel int i = 0; i < n * words; i++) {
      int word = i % words;
      int row = i / words;
      // A row past the valid ones reads the first place of the order and puts 0 instead.
      int image = order[orderAt + (row < valid ? first + row : 0)];
      int label = labels[labelsAt + image];
      int four = images[imagesAt + image * words + word];
      for (int j = 0; j < 4; j++) {
        // The last word of an image may hold fewer: its last pixel is then put more than once.
        int at = Math.min(word * 4 + j, pixels - 1);
        int pixel = (four >> ((at & 3) * 8)) & 255;
        x[xAt + row * pixels + at] = row < valid ? pixel * (1f / 255f) : 0f;
      }
      // All words of an image put the same.
      target[targetAt + row] = row < valid ? label : -1;
    }
  }

  /** state [4] moved on by a batch, and by a step where shape says so. */
  public static void inputAdvance(int[] state, int[] shape) {
    int at = shape[0];
    int steps = shape[1];
    for (@Parallel int i = 0; i < 1; i++) {
      state[at + StepState.CURSOR] = state[at + StepState.CURSOR] + 1;
      state[at + StepState.STEP] = state[at + StepState.STEP] + steps;
    }
  }
}
