package dev.weft.models.robustness;

import dev.weft.runtime.data.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ways in which photographs are worse than the images of a training set, each in five severities.
 *
 * <p>Noise, salt and pepper, pixels, JPEG, brightness and contrast with the strengths of
 * ImageNet-C: Hendrycks and Dietterich, Benchmarking Neural Network Robustness to Common
 * Corruptions and Perturbations, ICLR 2019 (arXiv:1903.12261), and its published code. The others
 * as MNIST-C has them (Mu and Gilmer 2019, arXiv:1906.02337), in five steps up to where people
 * begin to err.
 */
public enum Corruption {
  /** Gaussian noise on every pixel. */
  NOISE("standard deviation", Distortions::noise, 0.08, 0.12, 0.18, 0.26, 0.38),
  /** Pixels that are black or white, whatever they show. */
  SALT_PEPPER("share of pixels", Distortions::saltAndPepper, 0.03, 0.06, 0.09, 0.17, 0.27),
  /** Out of focus: a Gaussian. */
  BLUR("standard deviation in pixels", Distortions::blur, 0.5, 0.75, 1, 1.5, 2),
  /** Coarser pixels. */
  PIXELATE("share of rows and columns", Distortions::pixelate, 0.6, 0.5, 0.4, 0.3, 0.25),
  /** Strong compression. */
  JPEG("quality", Distortions::jpeg, 0.25, 0.18, 0.15, 0.10, 0.07),
  /** Everything brighter by the same, the background too. */
  BRIGHTNESS("added", Distortions::brighten, 0.1, 0.2, 0.3, 0.4, 0.5),
  /** Everything nearer to the mean. */
  CONTRAST("factor", Distortions::flatten, 0.4, 0.3, 0.2, 0.1, 0.05),
  /** The garment beside the middle, in one of eight directions. */
  SHIFT("share of the side", Distortions::shift, 0.04, 0.07, 0.11, 0.14, 0.21),
  /** The garment turned, to either side. */
  ROTATION("degrees", Distortions::rotate, 5, 10, 15, 20, 30),
  /** The garment smaller. */
  SCALE("factor", Distortions::shrink, 0.9, 0.8, 0.7, 0.6, 0.5),
  /** A black square somewhere before it (cutout: DeVries and Taylor 2017, arXiv:1708.04552). */
  OCCLUSION("share of the side", Distortions::occlude, 0.15, 0.25, 0.35, 0.45, 0.55);

  /** How many severities there are: 1, which one hardly sees, to this. */
  public static final int SEVERITIES = 5;

  /** A kind of distortion, as strong as {@code level} says. */
  @FunctionalInterface
  interface Effect {
    Plane apply(Plane image, double level, SplitMix64 random);
  }

  private final String unit;
  private final Effect effect;
  private final List<Double> levels;

  Corruption(String unit, Effect effect, double... levels) {
    this.unit = unit;
    this.effect = effect;
    this.levels = Arrays.stream(levels).boxed().toList();
  }

  /** What users call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What {@link #levels} are given in. */
  public String unit() {
    return unit;
  }

  /** How strong it is in each severity. */
  public List<Double> levels() {
    return levels;
  }

  /**
   * A corrupted copy of an image, as a file of bytes would hold it.
   *
   * @param severity 1 to {@link #SEVERITIES}
   * @param seed of what is left to chance; the same for every image
   * @param i number of the image, which gets chances of its own
   */
  @SuppressWarnings("EnumOrdinal") // only to tell one corruption's random numbers from another's
  Plane apply(Plane image, int severity, long seed, int i) {
    long stream = ((long) ordinal() * SEVERITIES + severity) << Integer.SIZE | i;
    return effect.apply(image, levels.get(severity - 1), SplitMix64.of(seed, stream)).asBytes();
  }
}
