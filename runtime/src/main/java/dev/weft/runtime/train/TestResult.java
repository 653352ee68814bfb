package dev.weft.runtime.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How some weights do on the test images, as {@code summary.json} has it.
 *
 * @param loss mean cross-entropy, in nats an image
 * @param accuracy share of images that were recognised, 0..1
 * @param images number of images
 * @param classes by label
 * @param confusion number of images, by actual and then by predicted label
 */
public record TestResult(
    double loss,
    double accuracy,
    int images,
    List<ClassResult> classes,
    List<List<Integer>> confusion) {

  /**
   * How they do on one class.
   *
   * @param name of the class
   * @param images of the class
   * @param accuracy share of the images of the class that were taken for it, 0..1
   * @param precision share of the images taken for the class that are of it, 0..1
   */
  public record ClassResult(
      String name, int images, OptionalDouble accuracy, OptionalDouble precision) {}

  public TestResult {
    classes = List.copyOf(classes);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /**
   * The results of an evaluation.
   *
   * @param classNames by label
   */
  public static TestResult of(Evaluation evaluation, List<String> classNames) {
    List<ClassResult> classes = new ArrayList<>();
    for (int label = 0; label < classNames.size(); label++) {
      classes.add(
          new ClassResult(
              classNames.get(label),
              evaluation.images(label),
              present(evaluation.recall(label)),
              present(evaluation.precision(label))));
    }
    return new TestResult(
        evaluation.loss(),
        evaluation.accuracy(),
        evaluation.images(),
        classes,
        Arrays.stream(evaluation.confusion())
            .map(row -> Arrays.stream(row).boxed().toList())
            .toList());
  }

  private static OptionalDouble present(double share) {
    return Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share);
  }
}
