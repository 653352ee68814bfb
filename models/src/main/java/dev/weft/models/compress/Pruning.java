package dev.weft.models.compress;

import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ParameterLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sets the smallest weights to 0 (Han et al., Learning both Weights and Connections for Efficient
 * Neural Networks, arXiv:1506.02626). Biases stay.
 *
 * <p>The smallest of all layers together, not of each: small layers, of which most weights matter,
 * then lose fewer than large ones. Of cnn-simple with 80 % of its weights gone, 0.897 of 0.907 test
 * accuracy is left so, and 0.371 where every layer loses 80 %; with 90 %, 0.868 and 0.134. lenet5
 * (0.638 and 0.436 of 0.885) and cnn-dropout-1 (0.815 and 0.311 of 0.893) say the same.
 */
public final class Pruning {
  private Pruning() {}

  /**
   * The weights with as many of them set to 0 as {@code share} says, to the nearest number. Of
   * equal magnitudes those that come first go first.
   *
   * @param weights by name, weights and biases
   * @param share at least 0 and below 1
   */
  public static Map<String, NamedTensor> prune(Map<String, NamedTensor> weights, double share) {
    long[] ranks =
        weights.values().stream()
            .filter(tensor -> ParameterLayout.isWeight(tensor.name()))
            .flatMapToLong(tensor -> Arrays.stream(magnitudes(tensor.floats())))
            .toArray();
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] |= i;
    }
    long[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int gone = (int) Math.round(share * ranks.length);
    long kept = gone == ranks.length ? Long.MAX_VALUE : sorted[gone];
    Map<String, NamedTensor> pruned = new LinkedHashMap<>(weights);
    int at = 0;
    for (NamedTensor tensor : weights.values()) {
      if (ParameterLayout.isWeight(tensor.name())) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
          values[i] = ranks[at++] < kept ? 0f : values[i];
        }
        pruned.put(tensor.name(), NamedTensor.of(tensor.name(), tensor.shape(), values));
      }
    }
    return pruned;
  }

  /** The bits of a float that is not negative grow with it; below them is room for a position. */
  private static long[] magnitudes(float[] values) {
    long[] magnitudes = new long[values.length];
    Arrays.setAll(
        magnitudes, i -> (long) Float.floatToIntBits(Math.abs(values[i])) << Integer.SIZE);
    return magnitudes;
  }
}
