package dev.weft.kernels.softmax;

import dev.weft.kernels.Chunk;
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
    int[] target = args.ints(1);
    int targetAt = args.offset(1);
    Rows rows = new Rows(p, args, 2);
    return List.of(
        Stage.rows(
            chunk -> {
              for (int row = chunk.from(); row < chunk.to(); row++) {
                rows.run(chunk, row, target[targetAt + row]);
              }
            },
            0,
            1,
            2,
            3,
            4));
  }

  static List<Stage> backward(SoftmaxCrossEntropy p, CpuArgs args) {
    int[] target = args.ints(1);
    int targetAt = args.offset(1);
    int[] state = args.ints(2);
    int stateAt = args.offset(2);
    float[] dlogits = args.floats(3);
    Rows rows = new Rows(p, args, 3);
    return List.of(
        Stage.rows(
            chunk -> {
              float valid = StepState.validRows(state, stateAt, p.n());
              for (int row = chunk.from(); row < chunk.to(); row++) {
                int label = target[targetAt + row];
                int at = rows.run(chunk, row, label);
                for (int j = 0; j < p.classes(); j++) {
                  float difference = dlogits[at + j] - (j == label ? 1f : 0f);
                  dlogits[at + j] = label < 0 ? 0f : difference / valid;
                }
              }
            },
            0,
            1,
            2,
            3,
            4,
            5));
  }

  /** What both directions make of the logits: slots 0 to probabilities, and the two after those. */
  private static final class Rows {
    private final int classes;
    private final float[] logits;
    private final Layout from;
    private final int logitsAt;
    private final float[] probabilities;
    private final Layout to;
    private final int probabilitiesAt;
    private final float[] loss;
    private final int lossAt;
    private final float[] hit;
    private final int hitAt;

    Rows(SoftmaxCrossEntropy p, CpuArgs args, int probabilitiesSlot) {
      classes = p.classes();
      logits = args.floats(0);
      from = args.layout(0);
      logitsAt = args.offset(0);
      probabilities = args.floats(probabilitiesSlot);
      to = args.layout(probabilitiesSlot);
      probabilitiesAt = args.offset(probabilitiesSlot);
      loss = args.floats(probabilitiesSlot + 1);
      lossAt = args.offset(probabilitiesSlot + 1);
      hit = args.floats(probabilitiesSlot + 2);
      hitAt = args.offset(probabilitiesSlot + 2);
    }

    /** Does a row, and returns where its probabilities start. */
    int run(Chunk chunk, int row, int label) {
      int z = logitsAt + from.at(chunk, row, 0, 0);
      int result = probabilitiesAt + to.at(chunk, row, 0, 0);
      int best = largest(z);
      double sum = exponentials(z, logits[z + best], result);
      loss[lossAt + row] =
          label < 0
              ? 0f
              : (float) (Math.log(sum) - ((double) logits[z + label] - logits[z + best]));
      hit[hitAt + row] = label == best ? 1f : 0f;
      return result;
    }

    /** Offset from {@code z} of the first of the largest logits. */
    private int largest(int z) {
      int best = 0;
      for (int j = 1; j < classes; j++) {
        best = logits[z + j] > logits[z + best] ? j : best;
      }
      return best;
    }

    /** Writes exp(z - max) divided by their sum, and returns the sum. */
    private double exponentials(int z, double max, int at) {
      double sum = 0;
      for (int j = 0; j < classes; j++) {
        double e = Math.exp(logits[z + j] - max);
        probabilities[at + j] = (float) e;
        sum += e;
      }
      double scale = 1 / sum;
      for (int j = 0; j < classes; j++) {
        probabilities[at + j] = (float) (probabilities[at + j] * scale);
      }
      return sum;
    }
  }
}
