package dev.weft.kernels;

import java.util.List;

/** Adds up what work-items have summed in parts, always in the same order. */
public final class PartSums {
  /** Sums that a work-item keeps beside each other, so as not to wait for every single load. */
  private static final int APART = 16;

  private PartSums() {}

  /**
   * Gradients of weights and bias, slots 2 and 3, from sums [parts, weights + biases]: in one
   * launch where both lie in one buffer, which is then written by one argument.
   */
  public static List<Launch> weightsAndBias(
      Launch.Scratch sums, int parts, int weights, int biases, DeviceArgs args) {
    if (args.shareBuffer(2, 3)) {
      return List.of(launch(sums, parts, weights, biases, 0, weights + biases, 2, args));
    }
    return List.of(
        launch(sums, parts, weights, biases, 0, weights, 2, args),
        launch(sums, parts, weights, biases, weights, biases, 3, args));
  }

  private static Launch launch(
      Launch.Scratch sums,
      int parts,
      int weights,
      int biases,
      int first,
      int items,
      int slot,
      DeviceArgs args) {
    return Launch.of(
        items,
        PartSums::partSums,
        sums,
        args.floats(slot),
        Launch.shape(
            items, first, parts, weights, weights + biases, args.offset(2), args.offset(3)));
  }

  /**
   * Elements {@code first} to {@code first + items} of the sum over the parts of sums [parts,size]:
   * the first {@code weights} of all go to wAt, the others to bAt.
   */
  public static void partSums(float[] sums, float[] out, int[] shape) {
    int items = shape[0];
    int first = shape[1];
    int parts = shape[2];
    int weights = shape[3];
    int size = shape[4];
    int wAt = shape[5];
    int bAt = shape[6];
    for (@Parallel int i = 0; i < items; i++) {
      int at = first + i;
      int to = at < weights ? wAt + at : bAt + at - weights;
      out[to] = total(sums, at, size, parts);
    }
  }

  /** The sum of {@code count} elements of {@code terms}, {@code stride} apart. */
  public static float total(float[] terms, int first, int stride, int count) {
    float[] apart = new float[APART];
    for (int j = 0; j < APART; j++) {
      apart[j] = 0f;
    }
    int whole = count - count % APART;
    for (int term = 0; term < whole; term += APART) {
      for (int j = 0; j < APART; j++) {
        apart[j] = apart[j] + terms[first + (term + j) * stride];
      }
    }
    float sum = 0f;
    for (int term = whole; term < count; term++) {
      sum = sum + terms[first + term * stride];
    }
    for (int j = 0; j < APART; j++) {
      sum = sum + apart[j];
    }
    return sum;
  }
}
