package dev.weft.models.compress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.models.export.Precision;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far weights move where they have fewer bits. */
class QuantizedTest {
  private static final int CHANNELS = 7;
  private static final float[] SIZES = {1, 1e-3f, 30, 1e-30f, 1e30f, 0, 7 * Float.MIN_VALUE};

  /** Channels of all sizes, down to numbers with few digits; one of zeros. */
  private static NamedTensor weights() {
    SplittableRandom random = new SplittableRandom(9);
    float[] values = new float[50 * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (SIZES[i % CHANNELS] * random.nextDouble(-1, 1));
    }
    return NamedTensor.of("dense1.weight", Shape.of(50, CHANNELS), values);
  }

  @ParameterizedTest
  @EnumSource(names = {"INT8", "INT4"})
  void integersAreWithinHalfAScaleOfWhatTheyStandFor(Precision precision) {
    NamedTensor before = weights();
    Quantized after = Quantized.of(before, precision);
    float[] exact = before.floats();
    float[] values = after.tensor().floats();
    int largest = 0;
    int different = 0;
    for (int i = 0; i < exact.length; i++) {
      float scale = after.scales()[i % CHANNELS];
      double error = Math.abs((double) values[i] - exact[i]);
      assertTrue(error <= scale / 2.0 + Math.ulp(values[i]) / 2.0, i + ": " + error);
      double code = (double) values[i] / scale;
      assertEquals(Math.rint(code), code, 1e-4);
      assertTrue(Math.abs(Math.rint(code)) <= precision.largest(), i + ": " + code);
      largest = Math.max(largest, (int) Math.abs(Math.rint(code)));
      different += error > 0 ? 1 : 0;
    }
    assertEquals(precision.largest(), largest);
    assertTrue(different > exact.length / 2, different + " are rounded");
  }

  @Test
  void integersAreSymmetricAndScaledByTheLargestOfTheirChannel() {
    NamedTensor weight =
        NamedTensor.of("w", Shape.of(3, 2), 127, -2.54f, -50.4f, 1.27f, 0.5f, 0.0149f);
    Quantized int8 = Quantized.of(weight, Precision.INT8);
    assertArrayEquals(new float[] {1, 0.02f}, int8.scales(), 1e-9f);
    assertArrayEquals(
        new float[] {127, -2.54f, -50, 1.28f, 0, 0.02f}, int8.tensor().floats(), 1e-6f);
    Quantized int4 = Quantized.of(weight, Precision.INT4);
    assertArrayEquals(new float[] {127 / 7f, 2.54f / 7}, int4.scales(), 1e-6f);
    assertEquals(-127 / 7f * 3, int4.tensor().floats()[2], 1e-5f);
  }

  @Test
  void aChannelOfZerosStaysOne() {
    Quantized zeros = Quantized.of(NamedTensor.of("w", Shape.of(2, 1), 0f, -0f), Precision.INT8);
    assertEquals(0, Float.floatToRawIntBits(zeros.tensor().floats()[0]));
    assertEquals(0, Float.floatToRawIntBits(zeros.tensor().floats()[1]));
    assertTrue(zeros.scales()[0] > 0);
  }

  /** Every finite half is itself; others go to the nearest one. */
  @Test
  void halvesAreThoseOfTheJdk() {
    float[] halves = new float[1 << 16];
    for (int bits = 0; bits < halves.length; bits++) {
      float half = Float.float16ToFloat((short) bits);
      halves[bits] = Float.isFinite(half) ? half : 1;
    }
    NamedTensor weight = NamedTensor.of("w", Shape.of(halves.length), halves);
    assertArrayEquals(halves, Quantized.of(weight, Precision.FLOAT16).tensor().floats());
    float[] all = weights().floats();
    float[] rounded = Quantized.of(weights(), Precision.FLOAT16).tensor().floats();
    IntStream.range(0, all.length)
        .filter(i -> Math.abs(all[i]) > 0x1p-14f && Math.abs(all[i]) < 65504)
        .forEach(i -> assertEquals(all[i], rounded[i], 0x1p-11f * Math.abs(all[i])));
  }

  @Test
  void halvesEndAtTheLargest() {
    NamedTensor weight = NamedTensor.of("w", Shape.of(4), 70_000f, -1e30f, Float.MAX_VALUE, 1e-12f);
    assertArrayEquals(
        new float[] {65504, -65504, 65504, 0},
        Quantized.of(weight, Precision.FLOAT16).tensor().floats());
  }

  @Test
  void floatsStayAsTheyAre() {
    NamedTensor weight = weights();
    assertSame(weight, Quantized.of(weight, Precision.FLOAT32).tensor());
  }
}
