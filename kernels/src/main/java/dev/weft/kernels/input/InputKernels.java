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
            InputKernels::inputPixels,
            args.ints(0),
            args.ints(2),
            args.ints(3),
            args.floats(4),
            Launch.shape(
                p.batch(),
                p.pixels(),
                p.words(),
                args.offset(0),
                args.offset(2),
                args.offset(3),
                args.offset(4))),
        Launch.of(
            p.batch(),
            InputKernels::inputLabels,
            args.ints(1),
            args.ints(2),
            args.ints(3),
            args.ints(5),
            Launch.shape(
                p.batch(), args.offset(1), args.offset(2), args.offset(3), args.offset(5))));
  }

  static List<Launch> advance(Advance p, DeviceArgs args) {
    return List.of(
        Launch.of(
            1,
            InputKernels::inputAdvance,
            args.ints(0),
            Launch.shape(args.offset(0), p.training() ? 1 : 0)));
  }

  /** x [n, pixels] from the images that order names; 0 past the valid rows. */
  public static void inputPixels(int[] images, int[] order, int[] state, float[] x, int[] shape) {
    int n = shape[0];
    int pixels = shape[1];
    int words = shape[2];
    int imagesAt = shape[3];
    int orderAt = shape[4];
    int stateAt = shape[5];
    int xAt = shape[6];
    int first = state[stateAt + StepState.CURSOR] * n;
    int valid = state[stateAt + StepState.COUNT] - first;
    for (@Parallel int i = 0; i < n * words; i++) {
      int word = i % words;
      int row = i / words;
      // A row past the valid ones reads the first place of the order and puts 0 instead.
      int image = order[orderAt + (row < valid ? first + row : 0)];
      int four = images[imagesAt + image * words + word];
      for (int j = 0; j < 4; j++) {
        // The last word of an image may hold fewer: its last pixel is then put more than once.
        int at = Math.min(word * 4 + j, pixels - 1);
        int pixel = (four >> ((at & 3) * 8)) & 255;
        x[xAt + row * pixels + at] = row < valid ? pixel * (1f / 255f) : 0f;
      }
    }
  }

  /** target [n] from the labels of the images that order names; -1 past the valid rows. */
  public static void inputLabels(
      int[] labels, int[] order, int[] state, int[] target, int[] shape) {
    int n = shape[0];
    int labelsAt = shape[1];
    int orderAt = shape[2];
    int stateAt = shape[3];
    int targetAt = shape[4];
    for (@Parallel int row = 0; row < n; row++) {
      int first = state[stateAt + StepState.CURSOR] * n;
      int valid = state[stateAt + StepState.COUNT] - first;
      int label = labels[labelsAt + order[orderAt + (row < valid ? first + row : 0)]];
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
