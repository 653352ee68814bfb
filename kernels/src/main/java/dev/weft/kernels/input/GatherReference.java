package dev.weft.kernels.input;

import dev.weft.kernels.StepState;

/** The definition of {@link Gather} in plain loops. */
final class GatherReference {
  private GatherReference() {}

  static void gather(
      Gather p, int[] images, int[] labels, int[] order, int[] state, double[] x, int[] target) {
    int valid = StepState.validRows(state, p.batch());
    for (int row = 0; row < p.batch(); row++) {
      for (int j = 0; j < p.pixels(); j++) {
        x[row * p.pixels() + j] = 0;
      }
      target[row] = -1;
      if (row < valid) {
        int image = order[state[StepState.CURSOR] * p.batch() + row];
        target[row] = labels[image];
        for (int j = 0; j < p.pixels(); j++) {
          int word = images[image * p.words() + j / 4];
          x[row * p.pixels() + j] = ((word >>> (8 * (j % 4))) & 0xff) / 255.0;
        }
      }
    }
  }
}
