package dev.weft.runtime.data;

import java.util.stream.IntStream;

/**
 * Images of the ten garments of Fashion-MNIST, drawn by the program, for when the real ones are not
 * to be had: 28x28, grey on black, of random cut, place, size, tilt, light, texture and grain.
 * T-shirts, pullovers, coats and shirts overlap, as they do in the real set. They show that
 * training works; accuracies with them say nothing about Fashion-MNIST.
 *
 * <p>An image depends on the seed and its index alone, and is the same on every JVM.
 */
public final class DrawnGarments {
  private static final int TRAINING_IMAGES = 12_000;
  private static final int TEST_IMAGES = 2_000;
  private static final long TRAINING_SEED = 1;
  private static final long TEST_SEED = 2;

  private DrawnGarments() {}

  /** The 12,000 images to train on, always the same. */
  public static Dataset train() {
    return generate(TRAINING_SEED, TRAINING_IMAGES);
  }

  /** The 2,000 images to test with, always the same, none of them among those to train on. */
  public static Dataset test() {
    return generate(TEST_SEED, TEST_IMAGES);
  }

  /** Draws {@code n} images, at least 1; image i is of class i mod 10. */
  public static Dataset generate(long seed, int n) {
    if (n < 1) {
      throw new IllegalArgumentException(n + " images");
    }
    int size = Canvas.SIDE * Canvas.SIDE;
    byte[] pixels = new byte[n * size];
    byte[] labels = new byte[n];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> {
          int label = i % FashionMnist.CLASS_NAMES.size();
          labels[i] = (byte) label;
          System.arraycopy(draw(label, SplitMix64.of(seed, i)), 0, pixels, i * size, size);
        });
    return Dataset.owning(
        pixels,
        labels,
        Canvas.SIDE,
        Canvas.SIDE,
        FashionMnist.CLASS_NAMES,
        Dataset.Source.DRAWN,
        "garments drawn by the program, seed " + seed);
  }

  private static byte[] draw(int label, SplitMix64 random) {
    Canvas canvas = new Canvas(random);
    switch (label) {
      case 0 -> Tops.tShirt(canvas, random);
      case 1 -> TrousersAndBags.trouser(canvas, random);
      case 2 -> Tops.pullover(canvas, random);
      case 3 -> Tops.dress(canvas, random);
      case 4 -> Tops.coat(canvas, random);
      case 5 -> Shoes.sandal(canvas, random);
      case 6 -> Tops.shirt(canvas, random);
      case 7 -> Shoes.sneaker(canvas, random);
      case 8 -> TrousersAndBags.bag(canvas, random);
      case 9 -> Shoes.ankleBoot(canvas, random);
      default -> throw new IllegalArgumentException("label " + label);
    }
    return canvas.develop();
  }
}
