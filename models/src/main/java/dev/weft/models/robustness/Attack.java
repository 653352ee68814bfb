package dev.weft.models.robustness;

import dev.weft.models.explain.Network;
import dev.weft.runtime.data.SplitMix64;
import java.util.List;
import java.util.Locale;

/**
 * Changes of pixels made to mislead the model, none by more than {@code epsilon} (in the L-infinity
 * norm), by somebody who knows its weights: they follow the gradient of the loss.
 */
public enum Attack {
  /**
   * One step of {@code epsilon} in the direction of the gradient's signs (the fast gradient sign
   * method: Goodfellow, Shlens and Szegedy, Explaining and Harnessing Adversarial Examples, 2015,
   * arXiv:1412.6572, section 4).
   */
  FGSM(1, 1, false),
  /**
   * Ten steps of a quarter of {@code epsilon} from a random start (projected gradient descent:
   * Madry et al., Towards Deep Learning Models Resistant to Adversarial Attacks, 2018,
   * arXiv:1706.06083, section 2.1).
   */
  PGD(10, 0.25, true);

  /** Most that a pixel is changed, of 255. */
  public static final List<Integer> STRENGTHS = List.of(2, 4, 8, 16, 32);

  /** What {@link #STRENGTHS} are given in. */
  public static final String UNIT = "most that a pixel changes, of 255";

  /** Streams of chance that no corruption has. */
  private static final long STREAMS = 1L << 48;

  private final int steps;
  private final double share;
  private final boolean randomStart;

  Attack(int steps, double share, boolean randomStart) {
    this.steps = steps;
    this.share = share;
    this.randomStart = randomStart;
  }

  /** What users call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Images that the model is to be wrong about.
   *
   * @param images {@code [n,h,w,c]}, 0..1, at most as many as the network takes at once
   * @param labels {@code [n]}, what they show
   * @param epsilon most that a pixel is changed, more than 0
   * @param seed of the starts
   * @param first number of the first image: each has a start of its own
   * @return new images, 0..1
   */
  float[] against(
      Network network, float[] images, int[] labels, double epsilon, long seed, int first) {
    float[] attacked =
        randomStart ? starts(images, labels.length, epsilon, seed, first) : images.clone();
    for (int step = 0; step < steps; step++) {
      float[] gradient = network.lossGradient(attacked, labels);
      for (int i = 0; i < attacked.length; i++) {
        double moved = attacked[i] + share * epsilon * Math.signum(gradient[i]);
        attacked[i] = within(moved, images[i], epsilon);
      }
    }
    return attacked;
  }

  private static float[] starts(float[] images, int n, double epsilon, long seed, int first) {
    int size = images.length / n;
    float[] starts = new float[images.length];
    for (int image = 0; image < n; image++) {
      SplitMix64 random = SplitMix64.of(seed, STREAMS + first + image);
      for (int i = image * size; i < (image + 1) * size; i++) {
        starts[i] = within(images[i] + random.between(-epsilon, epsilon), images[i], epsilon);
      }
    }
    return starts;
  }

  private static float within(double value, float original, double epsilon) {
    double near = Math.clamp(value, original - epsilon, original + epsilon);
    return (float) Math.clamp(near, 0.0, 1.0);
  }
}
