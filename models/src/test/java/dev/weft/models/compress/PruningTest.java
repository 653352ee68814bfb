package dev.weft.models.compress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which weights become 0. */
class PruningTest {
  private static NamedTensor tensor(String name, float... values) {
    return NamedTensor.of(name, Shape.of(values.length), values);
  }

  private static float[] values(Map<String, NamedTensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name).floats();
  }

  @Test
  void theSmallestOfAllLayersGoFirstAndBiasesStay() {
    Map<String, NamedTensor> pruned =
        Pruning.prune(
            NamedTensor.byName(
                List.of(
                    tensor("conv1.weight", 5, -6, 0.4f, 7),
                    tensor("conv1.bias", 0.01f, 0),
                    tensor("dense1.weight", 0.1f, -0.2f, 0.3f, 8, -0.5f, 9))),
            0.4);
    assertArrayEquals(new float[] {5, -6, 0, 7}, values(pruned, "conv1.weight"));
    assertArrayEquals(new float[] {0.01f, 0}, values(pruned, "conv1.bias"));
    assertArrayEquals(new float[] {0, 0, 0, 8, -0.5f, 9}, values(pruned, "dense1.weight"));
    assertEquals(
        List.of("conv1.weight", "conv1.bias", "dense1.weight"), List.copyOf(pruned.keySet()));
  }

  /** Of equals the first go, so that the number of zeros is exact. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 2", "0.24, 2", "0.25, 3", "0.5, 5", "0.94, 9", "0.999, 10"})
  void ofEqualsTheFirstGo(double share, int zeros) {
    Map<String, NamedTensor> pruned =
        Pruning.prune(
            NamedTensor.byName(
                List.of(tensor("a.weight", 1, -1, 1, -1, 1), tensor("b.weight", -1, 1, -1, 1, -1))),
            share);
    int at = 0;
    for (String name : List.of("a.weight", "b.weight")) {
      for (float value : values(pruned, name)) {
        assertEquals(at++ < zeros ? 0f : 1f, Math.abs(value), name);
      }
    }
  }

  @Test
  void zerosThatAreThereCountAndNothingKeptIsSmallerThanWhatWent() {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 0 ? 0 : (float) random.nextDouble(-1, 1);
    }
    Map<String, NamedTensor> weights = NamedTensor.byName(List.of(tensor("x.weight", values)));
    float[] pruned = values(Pruning.prune(weights, 0.6), "x.weight");
    float largestGone = 0;
    float smallestKept = 1;
    int zeros = 0;
    for (int i = 0; i < values.length; i++) {
      if (pruned[i] == 0) {
        zeros++;
        largestGone = Math.max(largestGone, Math.abs(values[i]));
      } else {
        assertEquals(values[i], pruned[i]);
        smallestKept = Math.min(smallestKept, Math.abs(values[i]));
      }
    }
    assertEquals(600, zeros);
    assertTrue(largestGone < smallestKept, largestGone + " " + smallestKept);
    assertArrayEquals(values, values(Pruning.prune(weights, 0.3), "x.weight"), "as many there");
  }
}
