package dev.weft.kernels.softmax;

import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.List;

/**
 * {@link SoftmaxCrossEntropy} on the CPU. A row has a handful of classes, so these are plain loops:
 * exp and log are taken in double and rounded once.
 */
final class SoftmaxVector {
  private SoftmaxVector() {}

  static List<Stage> forward(SoftmaxCrossEntropy p, CpuArgs args) {
    float[] logits = args.floats(0);
    int[] target = args.ints(1);
    float[] probabilities = args.floats(3);
    float[] loss = args.floats(4);
    float[] hit = args.floats(5);
    Layout from = args.layout(0);
    Layout to = args.layout(3);
    int targetAt = args.offset(1);
    int lossAt = args.offset(4);
    int hitAt = args.offset(5);
    int logitsAt = args.offset(0);
    int probabilitiesAt = args.offset(3);
    return List.of(
        Stage.rows(
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int z = logitsAt + from.at(chunk, row, 0, 0);
                int best = largest(logits, z, p.classes());
                double sum =
                    exponentials(
                        logits,
                        z,
                        logits[z + best],
                        probabilities,
                        probabilitiesAt + to.at(chunk, row, 0, 0),
                        p.classes());
                int label = target[targetAt + row];
                loss[lossAt + row] =
                    label < 0
                        ? 0f
                        : (float) (Math.log(sum) - ((double) logits[z + label] - logits[z + best]));
                hit[hitAt + row] = label == best ? 1f : 0f;
              }
            },
            0,
            1,
            3,
            4,
            5));
  }

  /** Offset from {@code at} of the first of the largest values. */
  private static int largest(float[] values, int at, int count) {
    int best = 0;
    for (int j = 1; j < count; j++) {
      best = values[at + j] > values[at + best] ? j : best;
    }
    return best;
  }

  /** Writes exp(z - max) divided by their sum, and returns the sum. */
  private static double exponentials(
      float[] logits, int z, double max, float[] probabilities, int at, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      double e = Math.exp(logits[z + j] - max);
      probabilities[at + j] = (float) e;
      sum += e;
    }
    double scale = 1 / sum;
    for (int j = 0; j < count; j++) {
      probabilities[at + j] = (float) (probabilities[at + j] * scale);
    }
    return sum;
  }

  static List<Stage> backward(SoftmaxCrossEntropy p, CpuArgs args) {
    float[] probabilities = args.floats(0);
    int[] target = args.ints(1);
    int[] state = args.ints(2);
    float[] dlogits = args.floats(3);
    Layout from = args.layout(0);
    Layout to = args.layout(3);
    int probabilitiesAt = args.offset(0);
    int targetAt = args.offset(1);
    int stateAt = args.offset(2);
    int dlogitsAt = args.offset(3);
    return List.of(
        Stage.rows(
            chunk -> {
              float valid = validRows(p, state, stateAt);
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int label = target[targetAt + row];
                int source = probabilitiesAt + from.at(chunk, row, 0, 0);
                int result = dlogitsAt + to.at(chunk, row, 0, 0);
                for (int j = 0; j < p.classes(); j++) {
                  float difference = probabilities[source + j] - (j == label ? 1f : 0f);
                  dlogits[result + j] = label < 0 ? 0f : difference / valid;
                }
              }
            },
            0,
            1,
            2,
            3));
  }

  static List<Stage> total(SoftmaxCrossEntropy p, CpuArgs args) {
    float[] loss = args.floats(0);
    float[] hit = args.floats(1);
    int[] state = args.ints(2);
    float[] totals = args.floats(3);
    int lossAt = args.offset(0);
    int hitAt = args.offset(1);
    int stateAt = args.offset(2);
    int at = args.offset(3);
    return List.of(
        Stage.items(
            1,
            1,
            (first, end) -> {
              int valid = validRows(p, state, stateAt);
              float losses = 0f;
              float hits = 0f;
              for (int row = 0; row < p.n(); row++) {
                losses += loss[lossAt + row];
                hits += hit[hitAt + row];
              }
              totals[at] += losses;
              totals[at + 1] += hits;
              totals[at + 2] += valid;
              totals[at + 3] = valid > 0 ? losses / valid : 0f;
            },
            0,
            1,
            2,
            3));
  }

  private static int validRows(SoftmaxCrossEntropy p, int[] state, int at) {
    int left = state[at + StepState.COUNT] - state[at + StepState.CURSOR] * p.n();
    return Math.max(0, Math.min(p.n(), left));
  }
}
