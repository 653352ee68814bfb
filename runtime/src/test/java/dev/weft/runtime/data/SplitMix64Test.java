package dev.weft.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMix64Test {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, 0x123456789abcdefL})
  void agreesWithTheSameAlgorithmInTheJdk(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    SplittableRandom jdk = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      assertEquals(jdk.nextLong(), random.nextLong());
    }
  }

  @Test
  void fractionsHaveAllTheBitsOfADouble() {
    SplitMix64 bits = new SplitMix64(5);
    SplitMix64 fractions = new SplitMix64(5);
    for (int i = 0; i < 100; i++) {
      assertEquals((bits.nextLong() >>> 11) * 0x1p-53, fractions.nextDouble());
    }
  }

  @Test
  void staysWithinBounds() {
    SplitMix64 random = new SplitMix64(3);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      int value = random.nextInt(7);
      assertTrue(value >= 0 && value < 7);
      seen.add(value);
      double fraction = random.nextDouble();
      assertTrue(fraction >= 0 && fraction < 1);
      double between = random.between(-2, 3);
      assertTrue(between >= -2 && between < 3);
    }
    assertEquals(7, seen.size());
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
  }

  /** Streams, also of seeds that differ by the generator's own increment, share no output. */
  @Test
  void streamsAreApart() {
    Set<Long> seen = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      for (long stream = 0; stream < 10; stream++) {
        SplitMix64 random = SplitMix64.of(seed * 0x9E3779B97F4A7C15L, stream);
        for (int i = 0; i < 100; i++) {
          assertTrue(seen.add(random.nextLong()));
        }
      }
    }
  }
}
