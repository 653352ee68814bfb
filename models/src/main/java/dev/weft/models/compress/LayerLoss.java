package dev.weft.models.compress;

import dev.weft.runtime.checkpoint.NamedTensor;

/**
 * What became of the weights of a layer.
 *
 * @param name of the tensor
 * @param weights how many there are
 * @param zeros how many of them are 0
 * @param largestError of a weight, by its having fewer bits
 * @param rmsError root of the mean square of these errors
 */
public record LayerLoss(String name, int weights, int zeros, double largestError, double rmsError) {

  /** Compares a tensor with what it was before it had fewer bits. */
  static LayerLoss of(NamedTensor before, NamedTensor after) {
    float[] exact = before.floats();
    float[] values = after.floats();
    int zeros = 0;
    double largest = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double error = Math.abs((double) values[i] - exact[i]);
      zeros += values[i] == 0 ? 1 : 0;
      largest = Math.max(largest, error);
      squares += error * error;
    }
    return new LayerLoss(
        after.name(), values.length, zeros, largest, Math.sqrt(squares / values.length));
  }
}
