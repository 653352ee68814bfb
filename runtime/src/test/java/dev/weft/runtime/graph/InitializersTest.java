package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InitializersTest {

  /** https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64 */
  @Test
  void theJdksStreamIsSplitMix64() {
    SplittableRandom random = new SplittableRandom(1234567);
    assertEquals("6457827717110365317", Long.toUnsignedString(random.nextLong()));
    assertEquals("3203168211198807973", Long.toUnsignedString(random.nextLong()));
    assertEquals("9817491932198370423", Long.toUnsignedString(random.nextLong()));
  }

  @Test
  void weightsFillTheGlorotRangeEvenly() {
    // Fans 3*3*16 and 3*3*32.
    double limit = Math.sqrt(6.0 / (9 * 16 + 9 * 32));
    float[] weights = Initializers.glorotUniform(Shape.of(3, 3, 16, 32), 5);
    int n = weights.length;
    double mean = 0;
    double square = 0;
    for (float w : weights) {
      assertTrue(Math.abs(w) <= limit, () -> w + " beyond " + limit);
      mean += w / n;
      square += (double) w * w / n;
    }
    // Of a uniform distribution: variance limit^2/3, and of x^2, 4/45 limit^4. Six standard errors.
    assertEquals(0, mean, 6 * limit / Math.sqrt(3.0 * n));
    assertEquals(limit * limit / 3, square, 6 * limit * limit * Math.sqrt(4.0 / 45 / n));
  }

  @Test
  void denseFansAreTheTwoExtents() {
    float[] weights = Initializers.glorotUniform(Shape.of(200, 100), 5);
    double largest = 0;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    double limit = Math.sqrt(6.0 / 300);
    assertTrue(largest <= limit && largest > 0.99 * limit, largest + " of " + limit);
  }

  @Test
  void everyTensorHasAStreamOfItsOwn() {
    ModelSpec model =
        Models.of(
            "[4, 4, 2]",
            """
            {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same"}\
            """,
            """
            {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same"}\
            """);
    ParameterLayout layout = ParameterLayout.of(model.summary());
    float[] all = Initializers.parameters(layout, 42);
    Map<String, float[]> tensors = layout.split(all);
    assertArrayEquals(new float[2], tensors.get("conv1.bias"));
    assertFalse(Arrays.equals(tensors.get("conv1.weight"), tensors.get("conv2.weight")));
    assertArrayEquals(all, Initializers.parameters(layout, 42));
    assertNotEquals(all[0], Initializers.parameters(layout, 43)[0]);
  }

  /** SplitMix64 of seed and FNV-1a of the name, computed apart from this code. */
  @Test
  void theSeedOfANameStaysAsItIs() {
    assertEquals(7421388177890300222L, Initializers.deriveSeed(0, "conv1.weight"));
    assertEquals(-6382172488372832881L, Initializers.deriveSeed(42, "dropout1"));
  }
}
