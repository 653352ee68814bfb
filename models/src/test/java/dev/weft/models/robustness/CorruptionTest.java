package dev.weft.models.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.data.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptionTest {
  private static final int N = 40;
  private static final Dataset IMAGES = DrawnGarments.generate(5, N);
  private static final List<Plane> PLANES =
      IntStream.range(0, N).mapToObj(i -> Plane.of(28, 28, IMAGES.image(i))).toList();

  private static Plane corrupted(Corruption corruption, int severity, int i) {
    return corruption.apply(PLANES.get(i), severity, 7, i);
  }

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void everySeverityIsAnImageOfBytesAndWorseThanTheOneBefore(Corruption corruption) {
    double before = 0;
    for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
      double change = 0;
      for (int i = 0; i < N; i++) {
        Plane corrupted = corrupted(corruption, severity, i);
        for (int p = 0; p < 28 * 28; p++) {
          float value = corrupted.values()[p];
          assertTrue(value >= 0 && value <= 1, "value " + value);
          assertEquals(Math.round(value * 255), value * 255, 1e-4);
          change += Math.abs(value - PLANES.get(i).values()[p]);
        }
      }
      assertTrue(change > before, "severity %d: %s after %s".formatted(severity, change, before));
      before = change;
    }
  }

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void theSameSeedDistortsTheSameWay(Corruption corruption) {
    for (int i = 0; i < N; i++) {
      assertArrayEquals(corrupted(corruption, 3, i).values(), corrupted(corruption, 3, i).values());
    }
  }

  /** What is left to chance differs by seed, image and severity. */
  @ParameterizedTest
  @EnumSource(names = {"NOISE", "SALT_PEPPER", "SHIFT", "ROTATION", "OCCLUSION"})
  void chancesDiffer(Corruption corruption) {
    Plane image = PLANES.get(0);
    float[] first = corruption.apply(image, 5, 0, 0).values();
    assertTrue(
        IntStream.range(1, 20)
            .anyMatch(seed -> !Arrays.equals(first, corruption.apply(image, 5, seed, 0).values())));
    assertTrue(
        IntStream.range(1, 20)
            .anyMatch(i -> !Arrays.equals(first, corruption.apply(image, 5, 0, i).values())));
  }

  /** Images of one grey, whose values after the damage can be told. */
  private static Plane grey(double value) {
    return new Plane(28, 28, new float[28 * 28]).with((y, x) -> value);
  }

  private static double mean(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
  }

  @Test
  void noiseHasItsDeviation() {
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < N; i++) {
      for (float value : Corruption.NOISE.apply(grey(0.5), 1, 3, i).values()) {
        squares += (value - 0.5) * (value - 0.5);
        sum += value - 0.5;
      }
    }
    int n = N * 28 * 28;
    // Five standard errors of a mean, s / sqrt(n), and of a deviation, s / sqrt(2n); a byte more.
    assertEquals(0, sum / n, 5 * 0.08 / Math.sqrt(n) + 1.0 / 255);
    assertEquals(0.08, Math.sqrt(squares / n), 5 * 0.08 / Math.sqrt(2.0 * n) + 1.0 / 255);
  }

  @Test
  void saltAndPepperAreAsManyAsSaid() {
    int black = 0;
    int white = 0;
    for (int i = 0; i < N; i++) {
      for (float value : Corruption.SALT_PEPPER.apply(grey(0.4), 5, 3, i).values()) {
        black += value == 0 ? 1 : 0;
        white += value == 1 ? 1 : 0;
      }
    }
    double n = N * 28.0 * 28;
    double error = 5 * Math.sqrt(0.135 * 0.865 / n);
    assertEquals(0.135, black / n, error);
    assertEquals(0.135, white / n, error);
  }

  @Test
  void blurSpreadsLight() {
    Plane point = grey(0).with((y, x) -> y == 14 && x == 10 ? 1 : 0);
    Plane blurred = Distortions.blur(point, 1.5, random());
    assertEquals(1, mean(blurred.values()) * 28 * 28, 1e-5);
    double inMiddle = 1 / (2 * Math.PI * 1.5 * 1.5); // the density of a Gaussian in two dimensions
    assertEquals(inMiddle, blurred.at(14, 10), 0.02 * inMiddle);
    assertEquals(blurred.at(14, 8), blurred.at(16, 10), 1e-7);
    assertEquals(Math.exp(-1 / (2 * 2.25)), blurred.at(14, 11) / blurred.at(14, 10), 1e-5);
  }

  @Test
  void pixelsGetCoarse() {
    Plane image = PLANES.get(3);
    Plane coarse = Distortions.pixelate(image, 0.25, random());
    for (int y = 0; y < 28; y += 4) {
      for (int x = 0; x < 28; x += 4) {
        double sum = 0;
        for (int i = 0; i < 16; i++) {
          sum += image.at(y + i / 4, x + i % 4);
          assertEquals(coarse.at(y, x), coarse.at(y + i / 4, x + i % 4));
        }
        assertEquals(sum / 16, coarse.at(y, x), 1e-6);
      }
    }
  }

  /** Also where the fields differ in size by one. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 1})
  void coarsePixelsKeepTheirRange(double share) {
    Plane image = PLANES.get(4);
    Plane coarse = Distortions.pixelate(image, share, random());
    int fields = (int) Math.round(28 * share);
    long different =
        IntStream.range(0, 28 * 28)
            .mapToObj(p -> List.of(p / 28 * fields / 28, p % 28 * fields / 28))
            .distinct()
            .count();
    assertEquals((long) fields * fields, different);
    assertEquals(mean(image.values()), mean(coarse.values()), 0.02);
    if (share == 1) {
      assertArrayEquals(image.values(), coarse.values());
    }
  }

  @Test
  void brightnessAndContrastDoAsTheyAreCalled() {
    assertArrayEquals(
        grey(0.5).asBytes().values(), bytes(Distortions.brighten(grey(0.3), 0.2, random())));
    Plane image = PLANES.get(6);
    Plane flat = Distortions.flatten(image, 0.25, random());
    assertEquals(mean(image.values()), mean(flat.values()), 1e-5);
    assertEquals(0.25 * (image.at(14, 14) - image.at(0, 0)), flat.at(14, 14) - flat.at(0, 0), 1e-6);
  }

  private static float[] bytes(Plane plane) {
    return plane.asBytes().values();
  }

  /** A garment in the middle comes to lie so many pixels beside it, whole. */
  @Test
  void shiftsMoveInAllDirections() {
    Plane point = grey(0).with((y, x) -> y == 14 && x == 14 ? 1 : 0);
    boolean[] seen = new boolean[9];
    for (int i = 0; i < 200; i++) {
      Plane shifted = Corruption.SHIFT.apply(point, 3, 1, i);
      int at =
          IntStream.range(0, 28 * 28)
              .filter(p -> shifted.values()[p] == 1)
              .reduce((a, b) -> -1)
              .orElseThrow();
      int down = at / 28 - 14;
      int right = at % 28 - 14;
      assertTrue(List.of(-3, 0, 3).contains(down), "down " + down);
      assertTrue(List.of(-3, 0, 3).contains(right), "right " + right);
      seen[(down / 3 + 1) * 3 + right / 3 + 1] = true;
    }
    assertFalse(seen[4], "not moved");
    seen[4] = true;
    assertArrayEquals(new boolean[] {true, true, true, true, true, true, true, true, true}, seen);
  }

  @Test
  void turnsAndScalesGoAboutTheMiddle() {
    Plane bar = grey(0).with((y, x) -> y >= 12 && y < 16 && x >= 4 && x < 24 ? 1 : 0);
    Plane turned = Distortions.rotate(bar, 90, random());
    for (int y = 1; y < 27; y++) {
      for (int x = 1; x < 27; x++) {
        assertEquals(bar.at(x, y), turned.at(y, x), 1e-6);
      }
    }
    Plane half = Distortions.shrink(bar, 0.5, random());
    assertEquals(mean(bar.values()) / 4, mean(half.values()), 0.005);
    assertEquals(1, half.at(13, 13));
    assertEquals(0, half.at(13, 6));
  }

  @Test
  void occlusionHidesASquareWithinTheImage() {
    for (int i = 0; i < N; i++) {
      float[] hidden = Corruption.OCCLUSION.apply(grey(1), 2, 9, i).values();
      long black = IntStream.range(0, hidden.length).filter(p -> hidden[p] == 0).count();
      assertEquals(7 * 7, black);
    }
  }

  /** For damages that leave nothing to chance, or no matter what. */
  private static SplitMix64 random() {
    return new SplitMix64(0);
  }

  /** Own models take other sizes. */
  @ParameterizedTest
  @EnumSource(Corruption.class)
  void smallAndOblongImagesWorkToo(Corruption corruption) {
    for (int[] size : new int[][] {{1, 1}, {3, 17}, {40, 5}}) {
      Plane image = new Plane(size[0], size[1], new float[size[0] * size[1]]).with((y, x) -> 0.5);
      for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
        assertEquals(
            size[0] * size[1], corruption.apply(image, severity, 0, severity).values().length);
      }
    }
  }
}
