package dev.weft.kernels.input;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.PartSums;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link Gather} and {@link Advance} on a device. */
public final class InputKernels {
  /** More rows than these would take one work-item of many thousands too long to add up. */
  private static final int FEW_ROWS = 512;

  /** Work-items that share them. */
  private static final int PARTS = 64;

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
    int n = p.n();
    if (args.coarse() || n <= FEW_ROWS) {
      return List.of(
          advance(p, args.floats(0), args.floats(1), n, args.offset(0), args.offset(1), args));
    }
    Launch.Scratch parts = Launch.scratch("parts", 2, PARTS);
    return List.of(
        Launch.of(
            PARTS,
            InputKernels::inputPartTotals,
            args.floats(0),
            args.floats(1),
            parts,
            Launch.shape(PARTS, n, args.offset(0), args.offset(1))),
        advance(p, parts, parts, PARTS, 0, PARTS, args));
  }

  private static Launch advance(
      Advance p,
      Launch.Arg<float[]> loss,
      Launch.Arg<float[]> hit,
      int terms,
      int lossAt,
      int hitAt,
      DeviceArgs args) {
    return Launch.of(
        1,
        InputKernels::inputAdvance,
        loss,
        hit,
        args.ints(2),
        args.floats(3),
        Launch.shape(
            p.n(), terms, lossAt, hitAt, args.offset(2), args.offset(3), p.training() ? 1 : 0));
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

  /** parts [2,parts]: sums of loss [n], then of hit [n], each over every parts-th row. */
  public static void inputPartTotals(float[] loss, float[] hit, float[] parts, int[] shape) {
    int count = shape[0];
    int n = shape[1];
    int lossAt = shape[2];
    int hitAt = shape[3];
    for (@Parallel int i = 0; i < count; i++) {
      int rows = (n - i + count - 1) / count;
      parts[i] = PartSums.total(loss, lossAt + i, count, rows);
      parts[count + i] = PartSums.total(hit, hitAt + i, count, rows);
    }
  }

  /** totals [4] and state [4] moved on by a batch, and by a step where shape says so. */
  public static void inputAdvance(
      float[] loss, float[] hit, int[] state, float[] totals, int[] shape) {
    int n = shape[0];
    int terms = shape[1];
    int lossAt = shape[2];
    int hitAt = shape[3];
    int stateAt = shape[4];
    int totalsAt = shape[5];
    int steps = shape[6];
    for (@Parallel int i = 0; i < 1; i++) {
      float losses = PartSums.total(loss, lossAt, 1, terms);
      float hits = PartSums.total(hit, hitAt, 1, terms);
      int valid = StepState.validRows(state, stateAt, n);
      totals[totalsAt] = totals[totalsAt] + losses;
      totals[totalsAt + 1] = totals[totalsAt + 1] + hits;
      totals[totalsAt + 2] = totals[totalsAt + 2] + valid;
      totals[totalsAt + 3] = valid > 0 ? losses / valid : 0f;
      state[stateAt + StepState.CURSOR] = state[stateAt + StepState.CURSOR] + 1;
      state[stateAt + StepState.STEP] = state[stateAt + StepState.STEP] + steps;
    }
  }
}
