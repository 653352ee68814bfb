package dev.weft.kernels.dropout;

import dev.weft.kernels.HashReference;
import dev.weft.kernels.StepState;

/** The definition of {@link Dropout} in plain loops. */
final class DropoutReference {
  private DropoutReference() {}

  static void apply(Dropout p, double[] x, int[] state, double[] y) {
    for (int i = 0; i < y.length; i++) {
      boolean kept = HashReference.of(p.seed(), state[StepState.STEP], i) >= p.threshold();
      y[i] = kept ? x[i] * p.scale() : 0;
    }
  }

  /** Zeroes the gradient of what a ReLU cut off. */
  static void maskBy(double[] x, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = x[i] > 0 ? dx[i] : 0;
    }
  }
}
