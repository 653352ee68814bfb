package dev.weft.kernels.softmax;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.PartSums;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link SoftmaxCrossEntropy} on a device: one work-item a row, or one for the totals. */
public final class SoftmaxKernels {
  private SoftmaxKernels() {}

  static List<Launch> forward(SoftmaxCrossEntropy p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.n(),
            SoftmaxKernels::softmaxForward,
            args.floats(0),
            args.ints(1),
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
                args.offset(5))));
  }

  static List<Launch> backward(SoftmaxCrossEntropy p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.n() * p.classes(),
            SoftmaxKernels::softmaxBackward,
            args.floats(0),
            args.ints(1),
            args.ints(2),
            args.floats(3),
            Launch.shape(
                p.n(),
                p.classes(),
                args.offset(0),
                args.offset(1),
                args.offset(2),
                args.offset(3))));
  }

  static List<Launch> total(SoftmaxCrossEntropy p, DeviceArgs args) {
    return List.of(
        Launch.of(
            1,
            SoftmaxKernels::softmaxTotal,
            args.floats(0),
            args.floats(1),
            args.ints(2),
            args.floats(3),
            Launch.shape(p.n(), args.offset(0), args.offset(1), args.offset(2), args.offset(3))));
  }

  /** probabilities [n,k], loss [n] and hit [n] from logits [n,k] and target [n]. */
  public static void softmaxForward(
      float[] logits, int[] target, float[] probabilities, float[] loss, float[] hit, int[] shape) {
    int n = shape[0];
    int k = shape[1];
    int logitsAt = shape[2];
    int targetAt = shape[3];
    int probabilitiesAt = shape[4];
    int lossAt = shape[5];
    int hitAt = shape[6];
    for (@Parallel int row = 0; row < n; row++) {
      int from = logitsAt + row * k;
      int to = probabilitiesAt + row * k;
      int best = 0;
      float max = logits[from];
      for (int j = 1; j < k; j++) {
        float z = logits[from + j];
        best = z > max ? j : best;
        max = z > max ? z : max;
      }
      float sum = 0f;
      for (int j = 0; j < k; j++) {
        sum = sum + (float) Math.exp(logits[from + j] - max);
      }
      for (int j = 0; j < k; j++) {
        probabilities[to + j] = (float) Math.exp(logits[from + j] - max) / sum;
      }
      int label = target[targetAt + row];
      float distance = logits[from + Math.max(label, 0)] - max;
      loss[lossAt + row] = label < 0 ? 0f : (float) Math.log(sum) - distance;
      hit[hitAt + row] = label == best ? 1f : 0f;
    }
  }

  /** dlogits [n,k] from probabilities [n,k] and target [n]. */
  public static void softmaxBackward(
      float[] probabilities, int[] target, int[] state, float[] dlogits, int[] shape) {
    int n = shape[0];
    int k = shape[1];
    int probabilitiesAt = shape[2];
    int targetAt = shape[3];
    int stateAt = shape[4];
    int dlogitsAt = shape[5];
    for (@Parallel int i = 0; i < n * k; i++) {
      int label = target[targetAt + i / k];
      float wanted = label == i % k ? 1f : 0f;
      float difference = probabilities[probabilitiesAt + i] - wanted;
      // A batch without valid rows has no label either: what it is divided by is not looked at.
      float valid = Math.max(validRows(state, stateAt, n), 1);
      dlogits[dlogitsAt + i] = label < 0 ? 0f : difference / valid;
    }
  }

  /** totals [4] from loss [n] and hit [n]. */
  public static void softmaxTotal(
      float[] loss, float[] hit, int[] state, float[] totals, int[] shape) {
    int n = shape[0];
    int lossAt = shape[1];
    int hitAt = shape[2];
    int stateAt = shape[3];
    int totalsAt = shape[4];
    for (@Parallel int i = 0; i < 1; i++) {
      float losses = PartSums.total(loss, lossAt, 1, n);
      float hits = PartSums.total(hit, hitAt, 1, n);
      int valid = validRows(state, stateAt, n);
      totals[totalsAt] = totals[totalsAt] + losses;
      totals[totalsAt + 1] = totals[totalsAt + 1] + hits;
      totals[totalsAt + 2] = totals[totalsAt + 2] + valid;
      totals[totalsAt + 3] = valid > 0 ? losses / valid : 0f;
    }
  }

  /** {@link StepState#validRows} of a state that starts at {@code at}. */
  private static int validRows(int[] state, int at, int batch) {
    int left = state[at + StepState.COUNT] - state[at + StepState.CURSOR] * batch;
    return Math.max(0, Math.min(batch, left));
  }
}
