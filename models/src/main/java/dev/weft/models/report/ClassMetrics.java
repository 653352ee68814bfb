package dev.weft.models.report;

import dev.weft.runtime.train.Evaluation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How a model does on one class, taken against all others. Shares are 0..1, and empty where there
 * is nothing to take a share of.
 *
 * @param name of the class
 * @param images of the class
 * @param accuracy share of all images that are rightly said to be, or not to be, of the class
 * @param precision share of the images taken for the class that are of it
 * @param recall share of the images of the class that were taken for it
 * @param f1 harmonic mean of precision and recall
 */
public record ClassMetrics(
    String name,
    int images,
    OptionalDouble accuracy,
    OptionalDouble precision,
    OptionalDouble recall,
    OptionalDouble f1) {

  /**
   * Those of all classes, by label.
   *
   * @param names by label
   */
  public static List<ClassMetrics> of(Evaluation evaluation, List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(label -> of(evaluation.confusion(), label, names.get(label)))
        .toList();
  }

  private static ClassMetrics of(int[][] confusion, int label, String name) {
    int all = 0;
    int actual = 0;
    int taken = 0;
    for (int i = 0; i < confusion.length; i++) {
      for (int j = 0; j < confusion.length; j++) {
        all += confusion[i][j];
        actual += i == label ? confusion[i][j] : 0;
        taken += j == label ? confusion[i][j] : 0;
      }
    }
    int hits = confusion[label][label];
    int wrong = actual + taken - 2 * hits;
    return new ClassMetrics(
        name,
        actual,
        share(all - wrong, all),
        share(hits, taken),
        share(hits, actual),
        share(2 * hits, actual + taken));
  }

  private static OptionalDouble share(int part, int all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
