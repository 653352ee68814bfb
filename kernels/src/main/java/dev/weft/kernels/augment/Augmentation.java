package dev.weft.kernels.augment;

/**
 * How much images are changed while a model learns, each anew in every step. Every amount is the
 * most; what an image gets is drawn evenly up to it. 0 is not at all.
 *
 * @param flip whether half of the images are mirrored, left for right
 * @param shift pixels to either side, up and down, 0 to {@value #MOST_SHIFT}
 * @param rotate degrees to either side about the middle, 0 to {@value #MOST_DEGREES}
 * @param scale share by which the part of the plane that an image shows is made larger or smaller,
 *     0 to {@value #MOST_SCALE}: with 0.1 things get 1 / 1.1 to 1 / 0.9 times as large
 * @param light share of the contrast that is lost, and of the room gained so by which everything,
 *     the background too, gets brighter, 0 to 1
 * @param noise amplitude of even noise on every pixel, of its range 0..1, 0 to 1; with it values
 *     are cut off at 0 and 1
 * @param erase side of a square that is black in half of the images, as a share of the shorter side
 *     of the image, 0 to 1 (random erasing: Zhong et al. 2017, arXiv:1708.04896)
 */
public record Augmentation(
    boolean flip,
    double shift,
    double rotate,
    double scale,
    double light,
    double noise,
    double erase) {
  /** Most pixels of a shift. */
  public static final int MOST_SHIFT = 64;

  /** Most degrees of a turn. */
  public static final int MOST_DEGREES = 45;

  /** Most that images are scaled by. */
  public static final double MOST_SCALE = 0.5;

  /** Images as they are. */
  public static final Augmentation NONE = new Augmentation(false, 0, 0, 0, 0, 0, 0);

  public Augmentation {
    require("shift", shift, MOST_SHIFT);
    require("rotate", rotate, MOST_DEGREES);
    require("scale", scale, MOST_SCALE);
    require("light", light, 1);
    require("noise", noise, 1);
    require("erase", erase, 1);
  }

  private static void require(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException("%s %s: 0 to %s".formatted(name, value, most));
    }
  }
}
