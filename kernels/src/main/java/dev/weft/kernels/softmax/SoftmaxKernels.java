package dev.weft.kernels.softmax;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link SoftmaxCrossEntropy} on a device: one work-item a row. */
public final class SoftmaxKernels {
  private SoftmaxKernels() {}

  static List<Launch> forward(SoftmaxCrossEntropy p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.n(),
            SoftmaxKernels::softmaxForward,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            args.floats(3),
            args.floats(4),
            Launch.shape(
                p.n(),
                p.classes(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(3),
                args.offset(4))));
  }

  static List<Launch> backward(SoftmaxCrossEntropy p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.n(),
            SoftmaxKernels::softmaxBackward,
            args.floats(0),
            args.ints(1),
            args.ints(2),
            args.floats(3),
            args.floats(4),
            args.floats(5),
            Launch.shape(
                p.n(),
                p.classes(),
                args.offset(0),
                args.offset(1),
                args.offset(3),
                args.offset(4),
                args.offset(5),
                args.offset(2))));
  }

  /** probabilities [n,k], loss [n] and hit [n] from logits [n,k] and target [n]. */
  public static void softmaxForward(
      float[] logits, int[] target, float[] probabilities, float[] loss, float[] hit, int[] shape) {
    int n = shape[0];
    for (@Parallel int row = 0; row < n; row++) {
      row(logits, target, probabilities, loss, hit, shape, row, false, 1f);
    }
  }

  /** dlogits [n,k], loss [n] and hit [n] from logits [n,k] and target [n]. */
  public static void softmaxBackward(
      float[] logits,
      int[] target,
      int[] state,
      float[] dlogits,
      float[] loss,
      float[] hit,
      int[] shape) {
    int n = shape[0];
    int stateAt = shape[7];
    for (@Parallel int row = 0; row < n; row++) {
      // A batch without valid rows has no label either: what it is divided by is not looked at.
      float valid = Math.max(StepState.validRows(state, stateAt, n), 1);
      row(logits, target, dlogits, loss, hit, shape, row, true, valid);
    }
  }

  /**
   * Loss, hit, and either probabilities or their gradient of one row.
   *
   * @param valid rows that the mean loss is taken of
   */
  private static void row(
      float[] logits,
      int[] target,
      float[] out,
      float[] loss,
      float[] hit,
      int[] shape,
      int row,
      boolean gradient,
      float valid) {
    int k = shape[1];
    int from = shape[2] + row * k;
    int label = target[shape[3] + row];
    int to = shape[4] + row * k;
    int lossAt = shape[5];
    int hitAt = shape[6];
    int best = 0;
    float max = logits[from];
    for (int j = 1; j < k; j++) {
      float z = logits[from + j];
      best = z > max ? j : best;
      max = z > max ? z : max;
    }
    float sum = 0f;
    for (int j = 0; j < k; j++) {
      float e = (float) Math.exp(logits[from + j] - max);
      out[to + j] = e;
      sum = sum + e;
    }
    for (int j = 0; j < k; j++) {
      float probability = out[to + j] / sum;
      float wanted = j == label ? 1f : 0f;
      float slope = label < 0 ? 0f : (probability - wanted) / valid;
      out[to + j] = gradient ? slope : probability;
    }
    float distance = logits[from + Math.max(label, 0)] - max;
    loss[lossAt + row] = label < 0 ? 0f : (float) Math.log(sum) - distance;
    hit[hitAt + row] = label == best ? 1f : 0f;
  }
}
