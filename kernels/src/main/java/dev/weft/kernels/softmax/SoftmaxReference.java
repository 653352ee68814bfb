package dev.weft.kernels.softmax;

import dev.weft.kernels.StepState;

/** The definition of {@link SoftmaxCrossEntropy} in plain loops over row-major arrays. */
final class SoftmaxReference {
  private SoftmaxReference() {}

  static void forward(
      SoftmaxCrossEntropy p,
      double[] logits,
      int[] target,
      double[] probabilities,
      double[] loss,
      double[] hit) {
    for (int row = 0; row < p.n(); row++) {
      int at = row * p.classes();
      int best = largest(p, logits, row);
      double sum = 0;
      for (int j = 0; j < p.classes(); j++) {
        sum += Math.exp(logits[at + j] - logits[at + best]);
      }
      for (int j = 0; j < p.classes(); j++) {
        probabilities[at + j] = Math.exp(logits[at + j] - logits[at + best]) / sum;
      }
      boolean valid = target[row] >= 0;
      loss[row] = valid ? logits[at + best] + Math.log(sum) - logits[at + target[row]] : 0;
      hit[row] = target[row] == best ? 1 : 0;
    }
  }

  /** Index of the largest logit of a row, the first of several. */
  private static int largest(SoftmaxCrossEntropy p, double[] logits, int row) {
    int best = 0;
    for (int j = 1; j < p.classes(); j++) {
      if (logits[row * p.classes() + j] > logits[row * p.classes() + best]) {
        best = j;
      }
    }
    return best;
  }

  /** What the errors of probabilities and loss are relative to, for so many roundings in each. */
  static void magnitude(
      SoftmaxCrossEntropy p,
      double probabilityTerms,
      double lossTerms,
      double[] logits,
      int[] target,
      double[] probabilities,
      double[] loss) {
    forward(p, logits, target, probabilities, loss, new double[p.n()]);
    for (int row = 0; row < p.n(); row++) {
      int at = row * p.classes();
      int best = largest(p, logits, row);
      double logSum = -Math.log(probabilities[at + best]);
      double mean = 0;
      for (int j = 0; j < p.classes(); j++) {
        mean += probabilities[at + j] * (logits[at + best] - logits[at + j]);
      }
      for (int j = 0; j < p.classes(); j++) {
        double distance = logits[at + best] - logits[at + j];
        probabilities[at + j] *= 1 + (distance + mean) / probabilityTerms;
        if (j == target[row]) {
          loss[row] = 1 + (6 * logSum + distance + mean) / lossTerms;
        }
      }
    }
  }

  /**
   * Makes the gradient of the mean loss of probabilities in place.
   *
   * @param sign of what is added at the target: -1, or 1 for the magnitude
   */
  static void toGradient(
      SoftmaxCrossEntropy p, int[] target, int[] state, int sign, double[] probabilities) {
    int valid = StepState.validRows(state, p.n());
    for (int row = 0; row < p.n(); row++) {
      for (int j = 0; j < p.classes(); j++) {
        int at = row * p.classes() + j;
        double wanted = j == target[row] ? 1 : 0;
        probabilities[at] = target[row] < 0 ? 0 : (probabilities[at] + sign * wanted) / valid;
      }
    }
  }
}
