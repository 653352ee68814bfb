package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 128, 54_000})
  void isAPermutation(int n) {
    int[] order = Shuffle.permutation(42, 3, n);
    Arrays.sort(order);
    assertArrayEquals(IntStream.range(0, n).toArray(), order);
  }

  @Test
  void dependsOnSeedAndEpochOnly() {
    int[] order = Shuffle.permutation(42, 3, 1000);
    assertArrayEquals(order, Shuffle.permutation(42, 3, 1000));
    assertFalse(Arrays.equals(order, Shuffle.permutation(42, 4, 1000)));
    assertFalse(Arrays.equals(order, Shuffle.permutation(43, 3, 1000)));
  }

  /**
   * A change of algorithm would break the resumption of runs that older versions began. From a
   * Python twin.
   */
  @Test
  void neverChanges() {
    assertArrayEquals(new int[] {5, 2, 0, 7, 1, 6, 4, 8, 3, 9}, Shuffle.permutation(1, 0, 10));
  }

  /** All 24 orders of four are equally frequent: chi-squared, 23 degrees, p above one in 10^6. */
  @Test
  void isUniform() {
    int draws = 24_000;
    Map<String, Integer> counts = new HashMap<>();
    for (int epoch = 0; epoch < draws; epoch++) {
      counts.merge(Arrays.toString(Shuffle.permutation(7, epoch, 4)), 1, Integer::sum);
    }
    assertEquals(24, counts.size());
    double expected = draws / 24.0;
    double chiSquared =
        counts.values().stream().mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    assertTrue(chiSquared < 71, "chi squared " + chiSquared);
  }
}
