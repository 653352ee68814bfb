package dev.weft.runtime.train;

import java.util.Arrays;

/**
 * How a model does on a set of images.
 *
 * @param loss mean cross-entropy, in nats an image
 * @param accuracy share of images whose most probable class is the right one, 0..1
 * @param confusion {@code confusion[actual][predicted]}: number of images
 */
public record Evaluation(double loss, double accuracy, int[][] confusion) {

  /** Number of images. */
  public int images() {
    return Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum();
  }

  /** Number of images of class {@code label}. */
  public int images(int label) {
    return Arrays.stream(confusion[label]).sum();
  }

  /** Share of the images of class {@code label} that were taken for it, 0..1; NaN without any. */
  public double recall(int label) {
    int all = images(label);
    return all == 0 ? Double.NaN : (double) confusion[label][label] / all;
  }

  /** Share of the images taken for class {@code label} that are of it, 0..1; NaN without any. */
  public double precision(int label) {
    int all = Arrays.stream(confusion).mapToInt(row -> row[label]).sum();
    return all == 0 ? Double.NaN : (double) confusion[label][label] / all;
  }
}
