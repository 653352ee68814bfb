package dev.weft.kernels.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.HostRun;
import dev.weft.kernels.StepState;
import dev.weft.kernels.check.HostArgs;
import dev.weft.kernels.check.OpCase;
import dev.weft.kernels.check.OpCases;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference does to images: what the op is for. */
class AugmentTest {
  private static final int N = 200;
  private static final int SIDE = 28;
  private static final int SEED = 0x3c6ef372;

  /** The images of a step, each {@code [28,28]}. */
  private static double[][] augmented(double[] image, Augmentation amounts, int step) {
    Augment op = new Augment(N, SIDE, SIDE, 1, amounts, SEED);
    HostArgs args = HostArgs.zeros(op);
    for (int i = 0; i < N; i++) {
      System.arraycopy(image, 0, args.reals(0), i * SIDE * SIDE, SIDE * SIDE);
    }
    args.ints(1)[StepState.STEP] = step;
    op.reference(args);
    double[][] images = new double[N][];
    Arrays.setAll(
        images, i -> Arrays.copyOfRange(args.reals(2), i * SIDE * SIDE, (i + 1) * SIDE * SIDE));
    return images;
  }

  private static double[] image(DoubleBinaryOperator pixel) {
    double[] image = new double[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image[y * SIDE + x] = (float) pixel.applyAsDouble(y, x);
      }
    }
    return image;
  }

  private static double[] anyImage() {
    SplittableRandom random = new SplittableRandom(4);
    return image((y, x) -> random.nextDouble());
  }

  /** A Gaussian around a point, which bilinear interpolation keeps well. */
  private static double bump(double y, double x, double middleY, double middleX) {
    double dy = y - middleY;
    double dx = x - middleX;
    return Math.exp(-(dy * dy + dx * dx) / 18);
  }

  @Test
  void nothingLeavesImagesAsTheyAre() {
    double[] image = anyImage();
    for (double[] augmented : augmented(image, Augmentation.NONE, 7)) {
      assertArrayEquals(image, augmented);
    }
  }

  @Test
  void halfOfTheImagesAreMirrored() {
    double[] image = anyImage();
    double[] mirrored = image((y, x) -> image[(int) (y * SIDE + SIDE - 1 - x)]);
    int count = 0;
    for (double[] augmented : augmented(image, new Augmentation(true, 0, 0, 0, 0, 0, 0), 7)) {
      boolean turned = !Arrays.equals(image, augmented);
      assertArrayEquals(turned ? mirrored : image, augmented);
      count += turned ? 1 : 0;
    }
    assertEquals(N / 2.0, count, 4 * Math.sqrt(N / 4.0)); // four standard deviations
  }

  /** Where the light has its middle, as (y, x). */
  private static double[] middle(double[] image) {
    double sum = Arrays.stream(image).sum();
    double y =
        IntStream.range(0, image.length).mapToDouble(i -> Math.floorDiv(i, SIDE) * image[i]).sum();
    double x = IntStream.range(0, image.length).mapToDouble(i -> i % SIDE * image[i]).sum();
    return new double[] {y / sum, x / sum};
  }

  @Test
  void shiftsAreEvenAndBounded() {
    double[] image = image((y, x) -> bump(y, x, 13, 14));
    double sum = 0;
    double squares = 0;
    for (double[] augmented : augmented(image, new Augmentation(false, 3, 0, 0, 0, 0, 0), 7)) {
      double[] middle = middle(augmented);
      for (double moved : new double[] {middle[0] - 13, middle[1] - 14}) {
        assertTrue(Math.abs(moved) < 3.1, "moved by " + moved);
        sum += moved;
        squares += moved * moved;
      }
    }
    // Even from -3 to 3: the variance is 3, that of a square 7.2; four standard errors.
    assertEquals(0, sum / (2 * N), 4 * Math.sqrt(3 / (2.0 * N)));
    assertEquals(3, squares / (2 * N), 4 * Math.sqrt(7.2 / (2.0 * N)));
  }

  /** The middle of the image stays, and what lies beside it turns and moves as it should. */
  @ParameterizedTest
  @ValueSource(doubles = {5, 20, 45})
  void turnsAreTurns(double degrees) {
    double[] image = image((y, x) -> bump(y, x, 13.5, 19.5));
    double most = 0;
    double least = 0;
    for (double[] augmented :
        augmented(image, new Augmentation(false, 0, degrees, 0, 0, 0, 0), 7)) {
      double[] middle = middle(augmented);
      double y = middle[0] - 13.5;
      double x = middle[1] - 13.5;
      assertEquals(6, Math.hypot(y, x), 0.05);
      double angle = Math.toDegrees(Math.atan2(y, x));
      assertTrue(Math.abs(angle) <= degrees * 1.01, "turned by " + angle);
      most = Math.max(most, angle);
      least = Math.min(least, angle);
      double wanted = Math.toRadians(angle);
      double[] exact =
          image((py, px) -> bump(py, px, 13.5 + 6 * Math.sin(wanted), 13.5 + 6 * Math.cos(wanted)));
      for (int i = 0; i < exact.length; i++) {
        assertEquals(exact[i], augmented[i], 0.03, "pixel " + i); // what interpolation loses
      }
    }
    assertTrue(most > 0.9 * degrees && least < -0.9 * degrees, least + " to " + most);
  }

  @Test
  void scalesAreScales() {
    // Narrow enough to stay within the image.
    double[] image = image((y, x) -> Math.pow(bump(y, x, 13.5, 16.5), 2));
    double most = 0;
    double least = 99;
    for (double[] augmented : augmented(image, new Augmentation(false, 0, 0, 0.25, 0, 0, 0), 7)) {
      double[] middle = middle(augmented);
      assertEquals(13.5, middle[0], 0.02);
      double distance = middle[1] - 13.5;
      most = Math.max(most, distance);
      least = Math.min(least, distance);
    }
    assertEquals(3 / 0.75, most, 0.05);
    assertEquals(3 / 1.25, least, 0.05);
  }

  @Test
  void lightLowersContrastAndLiftsWithinTheRange() {
    double[] image = image((y, x) -> x / (SIDE - 1));
    double lowest = 1;
    for (double[] augmented : augmented(image, new Augmentation(false, 0, 0, 0, 0.5, 0, 0), 7)) {
      double black = augmented[0];
      double contrast = augmented[SIDE - 1] - black;
      assertTrue(contrast >= 0.5 - 1e-6 && contrast <= 1, "contrast " + contrast);
      assertTrue(black >= 0 && black <= 1 - contrast + 1e-6, "black " + black);
      assertEquals(black + contrast * image[9], augmented[9], 1e-6);
      lowest = Math.min(lowest, contrast);
    }
    assertTrue(lowest < 0.55);
  }

  @Test
  void noiseIsEvenAndCutOff() {
    double most = 0;
    for (double[] augmented :
        augmented(
            image((y, x) -> y < 14 ? 0.5 : 0), new Augmentation(false, 0, 0, 0, 0, 0.25, 0), 7)) {
      double sum = 0;
      for (int i = 0; i < 14 * SIDE; i++) {
        most = Math.max(most, Math.abs(augmented[i] - 0.5));
        sum += augmented[i] - 0.5;
      }
      // An even amplitude of 1/4 has the deviation 0.144; five standard errors, and half a step.
      assertEquals(0, sum / (14 * SIDE), 5 * 0.1443 / Math.sqrt(14 * SIDE) + 0.25 / 256);
      assertTrue(Arrays.stream(augmented).allMatch(value -> value >= 0 && value <= 1));
    }
    assertTrue(most > 0.2 && most <= 0.25, "noise of " + most);
  }

  @Test
  void halfOfTheImagesLoseASquare() {
    int erased = 0;
    boolean[] covered = new boolean[SIDE * SIDE];
    for (double[] augmented :
        augmented(image((y, x) -> 1), new Augmentation(false, 0, 0, 0, 0, 0, 0.25), 7)) {
      long black = Arrays.stream(augmented).filter(value -> value == 0).count();
      assertTrue(black == 0 || black == 7 * 7, "black: " + black);
      erased += black > 0 ? 1 : 0;
      for (int i = 0; i < augmented.length; i++) {
        covered[i] |= augmented[i] == 0;
      }
    }
    assertEquals(N / 2.0, erased, 4 * Math.sqrt(N / 4.0));
    assertTrue(covered[0] || covered[SIDE - 1] || covered[SIDE * SIDE - 1], "corners too");
    assertTrue(covered[14 * SIDE + 14]);
  }

  @Test
  void stepsAndImagesDiffer() {
    double[] image = anyImage();
    Augmentation amounts = new Augmentation(false, 2, 10, 0.1, 0.2, 0.1, 0.2);
    double[][] first = augmented(image, amounts, 7);
    double[][] second = augmented(image, amounts, 8);
    assertArrayEquals(first, augmented(image, amounts, 7));
    for (int i = 0; i < N; i++) {
      assertFalse(Arrays.equals(first[i], second[i]));
      assertFalse(i > 0 && Arrays.equals(first[i], first[i - 1]));
    }
  }

  @Test
  void amountsBeyondTheRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(false, 65, 0, 0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Augmentation(false, 0, 0, 0, Double.NaN, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Augment(1, 1, 4097, 1, Augmentation.NONE, 0));
  }

  @ParameterizedTest
  @MethodSource
  void vectorFormAndKernelsAgreeWithTheReference(OpCase opCase) {
    HostRun.assertAgrees(opCase);
  }

  static Stream<OpCase> vectorFormAndKernelsAgreeWithTheReference() {
    return OpCases.all().stream().filter(c -> c.op() instanceof Augment);
  }
}
