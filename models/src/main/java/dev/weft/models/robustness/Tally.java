package dev.weft.models.robustness;

import dev.weft.models.robustness.Robustness.Cell;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Counts answers of a model. */
final class Tally {
  private final int[] images;
  private final int[] hits;
  private double confidence;

  Tally(int classes) {
    images = new int[classes];
    hits = new int[classes];
  }

  /**
   * Counts an answer.
   *
   * @param label what the image shows
   * @param predicted what it was taken for
   * @param probability of that, 0..1
   */
  void add(int label, int predicted, double probability) {
    images[label]++;
    hits[label] += predicted == label ? 1 : 0;
    confidence += probability;
  }

  void add(Tally other) {
    Arrays.setAll(images, label -> images[label] + other.images[label]);
    Arrays.setAll(hits, label -> hits[label] + other.hits[label]);
    confidence += other.confidence;
  }

  Cell cell(double level) {
    double all = Arrays.stream(images).sum();
    return new Cell(level, Arrays.stream(hits).sum() / all, confidence / all);
  }

  int images(int label) {
    return images[label];
  }

  /** Share of the images of a class that were recognised, 0..1; nothing without any. */
  OptionalDouble accuracy(int label) {
    return images[label] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) hits[label] / images[label]);
  }
}
