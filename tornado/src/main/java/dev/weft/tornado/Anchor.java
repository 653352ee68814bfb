package dev.weft.tornado;

import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;

/** A kernel for graphs that only move memory: TornadoVM executes no graph without a task. */
public final class Anchor {
  private Anchor() {}

  /** A launch that counts how often it is made. */
  static Launch launch() {
    return Launch.of(1, Anchor::anchorCount, Launch.reals(0f), Launch.shape(1));
  }

  /** Adds one to the first elements of {@code count}, as many as {@code shape} says. */
  public static void anchorCount(float[] count, int[] shape) {
    int n = shape[0];
    for (@Parallel int i = 0; i < n; i++) {
      count[i] = count[i] + 1f;
    }
  }
}
