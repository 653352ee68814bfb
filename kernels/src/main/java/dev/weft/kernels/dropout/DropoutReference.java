package dev.weft.kernels.dropout;

import dev.weft.kernels.StepState;

/** The definition of {@link Dropout} in plain loops. */
final class DropoutReference {
  private DropoutReference() {}

  static void apply(Dropout p, double[] x, int[] state, double[] y) {
    for (int i = 0; i < y.length; i++) {
      boolean kept = hash(p.seed(), state[StepState.STEP], i) % (1 << 24) >= p.threshold();
      y[i] = kept ? x[i] * p.scale() : 0;
    }
  }

  /** Zeroes the gradient of what a ReLU cut off. */
  static void maskBy(double[] x, double[] dx) {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = x[i] > 0 ? dx[i] : 0;
    }
  }

  /** 0 to 2^32 - 1. */
  static long hash(int seed, int step, int index) {
    return mix(mix(Integer.toUnsignedLong(index + seed)) ^ Integer.toUnsignedLong(step));
  }

  /** Takes and gives numbers from 0 to 2^32 - 1. */
  private static long mix(long v) {
    v ^= v / 0x10000;
    v = v * 0x21f0aaad % 0x1_0000_0000L;
    v ^= v / 0x8000;
    v = v * 0x735a2d97 % 0x1_0000_0000L;
    return v ^ v / 0x8000;
  }
}
