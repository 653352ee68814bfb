package dev.weft.models.report;

import dev.weft.runtime.train.Predictions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a model is right as often as it says it is: Guo, Pleiss, Sun and Weinberger, On
 * Calibration of Modern Neural Networks, ICML 2017 (arXiv:1706.04599), section 2. Its confidence is
 * the probability of the class that it takes an image for.
 *
 * @param bins of equal width, from 0 to 1
 * @param expectedError mean over all images of |accuracy - confidence| of their bin (ECE), 0..1
 * @param largestError the largest of these of a bin with images (MCE), 0..1
 * @param confidence mean over all images, 0..1
 */
public record Calibration(
    List<Bin> bins, double expectedError, double largestError, double confidence) {
  /** As many as the paper's tables are made with. */
  public static final int BINS = 15;

  /**
   * The images whose confidence is above {@code from} and at most {@code to}.
   *
   * @param from 0..1
   * @param to 0..1
   * @param images number of images
   * @param confidence mean over them, 0..1; 0 without images
   * @param accuracy share of them that were recognised, 0..1; 0 without images
   */
  public record Bin(double from, double to, int images, double confidence, double accuracy) {
    double gap() {
      return Math.abs(accuracy - confidence);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * That of a model.
   *
   * @param bins how many, at least 1
   */
  public static Calibration of(Predictions predictions, int bins) {
    int n = predictions.n();
    int[] images = new int[bins];
    int[] hits = new int[bins];
    double[] confidence = new double[bins];
    for (int i = 0; i < n; i++) {
      int predicted = predictions.predicted(i);
      float probability = predictions.probability(i, predicted);
      int bin = Math.clamp((int) Math.ceil((double) probability * bins) - 1, 0, bins - 1);
      images[bin]++;
      hits[bin] += predicted == predictions.actual(i) ? 1 : 0;
      confidence[bin] += probability;
    }
    List<Bin> all =
        IntStream.range(0, bins)
            .mapToObj(b -> {
              int count = Math.max(1, images[b]);
              return new Bin(
                  (double) b / bins,
                  (b + 1.0) / bins,
                  images[b],
                  confidence[b] / count,
                  (double) hits[b] / count);
            })
            .toList();
    return new Calibration(
        all,
        all.stream().mapToDouble(bin -> bin.images() * bin.gap()).sum() / n,
        all.stream().mapToDouble(Bin::gap).max().orElse(0),
        IntStream.range(0, bins).mapToDouble(b -> confidence[b]).sum() / n);
  }
}
